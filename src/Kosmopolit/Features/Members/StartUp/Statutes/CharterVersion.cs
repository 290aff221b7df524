using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Features.Members.StartUp.Founding;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.StartUp.Statutes;

/// <summary>What the statutes say, as answers to questions; ballots are counted by it.</summary>
public sealed record CharterTerms
{
    public string Name { get; init; } = "";

    public string Seat { get; init; } = "";

    public string Purpose { get; init; } = "";

    public string Criterion { get; init; } = "";

    public int BoardLeast { get; init; } = 3;

    public int BoardMost { get; init; } = 7;

    public int TermYears { get; init; } = 1;

    /// <summary>Per cent of all votes without which a meeting decides nothing.</summary>
    public int Quorum { get; init; } = 20;

    public VotePer VotePer { get; init; } = VotePer.Member;

    public int Auditors { get; init; } = 1;

    /// <summary>Whom the association's property goes to when it is dissolved.</summary>
    public string Successor { get; init; } = "";

    /// <summary>How the network votes once these statutes are adopted; what they are silent about stays as it was.</summary>
    public VotingTerms Over(VotingTerms before) => before with { Per = VotePer, QuorumPercent = Quorum, TermMonths = TermYears * 12 };
}

/// <summary>One version of a network's statutes. A version is never changed; a new one is written.</summary>
public sealed class CharterVersion : Entity
{
    private CharterVersion() { }

    public CharterVersion(Guid network, int number, CharterTerms terms, CharterWords words, Guid? by, DateTimeOffset now)
    {
        (NetworkId, Number, Terms, ById, WrittenAt) = (network, number, terms, by, now);
        (Swedish, English, IsByHand) = (words.Swedish, words.English, words.IsByHand);
        Raise(new CharterWritten(Id, network, number));
    }

    public Guid NetworkId { get; private set; }

    public int Number { get; private set; }

    public CharterTerms Terms { get; private set; } = new();

    /// <summary>The text that counts.</summary>
    public string Swedish { get; private set; } = "";

    /// <summary>For reading.</summary>
    public string English { get; private set; } = "";

    /// <summary>The text was changed by hand and no longer follows from the terms alone.</summary>
    public bool IsByHand { get; private set; }

    public Guid? ById { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Also the concurrency token: a version is adopted once.</summary>
    public DateTimeOffset? AdoptedAt { get; private set; }

    /// <summary>The meeting that adopted it; null when a ballot did.</summary>
    public Guid? MeetingId { get; private set; }

    public int VotesFor { get; private set; }

    public int VotesAgainst { get; private set; }

    /// <summary>Null when nobody wrote down how many.</summary>
    public int? VotesAbstained { get; private set; }

    public VoteCount Votes => new(VotesFor, VotesAgainst, VotesAbstained);

    /// <summary>Adopted by more than half of the votes cast; whoever abstained took part, and counts on neither side.</summary>
    /// <param name="meeting">The founding meeting; null when the members decide by ballot.</param>
    public Refusal? Adopt(Guid? meeting, VoteCount votes, DateTimeOffset now)
    {
        if (AdoptedAt is not null)
            return new Refusal("This version has been adopted already.");
        if (!votes.IsMajority)
            return new Refusal(
                "Statutes are adopted when more than half of the votes cast are for them. Abstentions are not among them.",
                nameof(AdoptionInput.For)
            );
        (AdoptedAt, MeetingId) = (now, meeting);
        (VotesFor, VotesAgainst, VotesAbstained) = (votes.For, votes.Against, votes.Abstained);
        Raise(new CharterAdopted(Id, NetworkId));
        return null;
    }
}

/// <summary>The words of the statutes in the language that counts and in one for reading.</summary>
public sealed record CharterWords(string Swedish, string English, bool IsByHand);

public sealed record CharterWritten(Guid CharterId, Guid NetworkId, int Number);

public sealed record CharterAdopted(Guid CharterId, Guid NetworkId);

internal sealed class CharterMapping : IEntityTypeConfiguration<CharterVersion>
{
    public void Configure(EntityTypeBuilder<CharterVersion> builder)
    {
        builder.ToTable("Charters");
        builder.Property(c => c.Swedish).HasMaxLength(20_000);
        builder.Property(c => c.English).HasMaxLength(20_000);
        builder.Ignore(c => c.Votes);
        builder.Property(c => c.AdoptedAt).IsConcurrencyToken();
        builder.ComplexProperty(
            c => c.Terms,
            t =>
            {
                t.Property(x => x.Purpose).HasMaxLength(1000);
                t.Property(x => x.Criterion).HasMaxLength(500);
                t.Property(x => x.Successor).HasMaxLength(500);
            }
        );
        builder.HasOne<Network>().WithMany().HasForeignKey(c => c.NetworkId);
        // Of two people who save at once, one has the number and the other is told.
        builder.HasIndex(c => new { c.NetworkId, c.Number }).IsUnique();
    }
}
