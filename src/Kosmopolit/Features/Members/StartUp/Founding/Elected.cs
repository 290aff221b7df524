using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.StartUp.Founding;

/// <summary>
/// Somebody whom the founding meeting elected coordinator, by how many votes, and when they accepted the
/// responsibility for the members' data. Their mandate begins with the handover.
/// </summary>
public sealed class Elected : Entity
{
    private Elected() { }

    public Elected(Meeting meeting, Member member, VoteCount votes, DateTimeOffset now)
    {
        (NetworkId, MeetingId, MemberId, AccountId) = (meeting.NetworkId, meeting.Id, member.Id, member.AccountId!.Value);
        (VotesFor, VotesAgainst, VotesBlank, ElectedAt) = (votes.For, votes.Against, votes.Abstained, now);
        Raise(new CoordinatorElected(Id, meeting.NetworkId, member.Id));
    }

    public Guid NetworkId { get; private set; }

    public Guid MeetingId { get; private set; }

    public Guid MemberId { get; private set; }

    public Guid AccountId { get; private set; }

    public int VotesFor { get; private set; }

    public int VotesAgainst { get; private set; }

    /// <summary>Blank papers, and those who raised no hand; null when nobody wrote down how many.</summary>
    public int? VotesBlank { get; private set; }

    public VoteCount Votes => new(VotesFor, VotesAgainst, VotesBlank);

    public DateTimeOffset ElectedAt { get; private set; }

    /// <summary>Also the concurrency token: accepted once.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>They said no to the office, or the election was written down wrongly.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public Refusal? Accept(DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
            return new Refusal("This election was taken back.");
        AcceptedAt ??= now;
        Raise(new DataAccepted(Id, NetworkId));
        return null;
    }

    public void Withdraw(DateTimeOffset now)
    {
        WithdrawnAt ??= now;
        Raise(new ElectionWithdrawn(Id, NetworkId));
    }
}

public sealed record CoordinatorElected(Guid ElectedId, Guid NetworkId, Guid MemberId);

public sealed record DataAccepted(Guid ElectedId, Guid NetworkId);

public sealed record ElectionWithdrawn(Guid ElectedId, Guid NetworkId);

internal sealed class ElectedMapping : IEntityTypeConfiguration<Elected>
{
    public void Configure(EntityTypeBuilder<Elected> builder)
    {
        builder.ToTable("Elected");
        builder.Ignore(e => e.Votes);
        builder.Property(e => e.AcceptedAt).IsConcurrencyToken();
        builder.HasOne<Network>().WithMany().HasForeignKey(e => e.NetworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(e => e.MeetingId);
        builder.HasOne<Member>().WithMany().HasForeignKey(e => e.MemberId);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId);
        builder.HasIndex(e => new { e.NetworkId, e.MemberId }).IsUnique().HasFilter("\"WithdrawnAt\" IS NULL");
    }
}
