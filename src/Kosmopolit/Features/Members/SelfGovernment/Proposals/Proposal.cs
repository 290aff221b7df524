using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Members.SelfGovernment.Proposals;

/// <summary>What a proposal does when the members say yes.</summary>
public enum ProposalKind
{
    /// <summary>Whatever its words say.</summary>
    Words = 1,
    Election = 2,
    Statutes = 3,

    /// <summary>Somebody who was removed asks the members to be taken back.</summary>
    Appeal = 4,

    /// <summary>The former facilitator comes back as a guest until a day.</summary>
    Guest = 5,

    /// <summary>A member looks after the network until a day.</summary>
    Caretaker = 6,
    Dissolve = 7,

    /// <summary>The network goes up in another one.</summary>
    Merge = 8,
}

/// <summary>What a proposal is about, beside its words; which of it matters depends on the kind.</summary>
public sealed record ProposalMatter
{
    public ProposalKind Kind { get; init; } = ProposalKind.Words;

    /// <summary>The member concerned: caretaker, or the one who appeals.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>The account that is invited as a guest.</summary>
    public Guid? GuestId { get; init; }

    /// <summary>The network that takes over; null leaves the knowledge to everyone.</summary>
    public Guid? SuccessorId { get; init; }

    /// <summary>The version of the statutes that a yes adopts; null when the words of the proposal are all.</summary>
    public Guid? CharterId { get; init; }

    public int Seats { get; init; }

    public int Deputies { get; init; }

    public int TermMonths { get; init; }

    /// <summary>When the guest or caretaker must go.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>Something a member asks the others to decide together.</summary>
public sealed class Proposal : Entity, IRevised
{
    private readonly List<ProposalVersion> _versions = [];

    private Proposal() { }

    public Proposal(Guid network, Guid author, ProposalMatter matter, DateTimeOffset now)
    {
        (NetworkId, AuthorId, Matter, ProposedAt) = (network, author, matter, now);
        Raise(new ProposalMade(Id, network));
    }

    public Guid NetworkId { get; private set; }

    public Guid AuthorId { get; private set; }

    public ProposalMatter Matter { get; private set; } = new();

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>BCP 47 tag of title and text.</summary>
    public string Language { get; private set; } = "sv";

    public DateTimeOffset ProposedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>When it came to the vote; from then on its words stand still.</summary>
    public DateTimeOffset? CalledAt { get; private set; }

    /// <summary>When the members had decided, one way or the other.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    public bool? Adopted { get; private set; }

    /// <summary>Why what was adopted could not be carried out: the text of a refusal, or null when it was.</summary>
    public string? Hitch { get; private set; }

    /// <summary>The same as something that can be said in the reader's language.</summary>
    public Refusal? StoppedBy => Hitch is { } why ? Refusal.Remembered(why) : null;

    public int Revision { get; set; }

    public IReadOnlyList<ProposalVersion> Versions => _versions;

    public bool IsDiscussed => WithdrawnAt is null && CalledAt is null && DecidedAt is null;

    public Refusal? Word(string title, string text, string language, Guid by, DateTimeOffset now)
    {
        if (!IsDiscussed)
            return new Refusal("The words of this proposal stand still: it is at the vote, decided or taken back.");
        if (title == Title && text == Text)
            return null;
        (Title, Text, Language) = (title, text, language);
        _versions.Add(new ProposalVersion(Id, _versions.Count + 1, (title, text), by, now));
        if (_versions.Count > 1)
            Raise(new ProposalReworded(Id, NetworkId));
        return null;
    }

    public Refusal? Withdraw(DateTimeOffset now)
    {
        if (!IsDiscussed)
            return new Refusal("This can no longer be taken back: it is at the vote or decided.");
        WithdrawnAt = now;
        Raise(new ProposalWithdrawn(Id, NetworkId));
        return null;
    }

    public Refusal? ComeToVote(DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
            return new Refusal("This proposal was taken back.");
        if (CalledAt is not null || DecidedAt is not null)
            return new Refusal("This proposal has come to the vote already.");
        CalledAt = now;
        return null;
    }

    public void Decide(bool adopted, DateTimeOffset now)
    {
        (Adopted, DecidedAt) = (adopted, now);
        Raise(new ProposalDecided(Id, NetworkId, adopted));
    }

    /// <summary>The members said yes, and the world has changed since they were asked.</summary>
    public void StopShort(Refusal why) => Hitch = why.Text;
}

/// <summary>A proposal's words as they were at a time; nothing that was read disappears.</summary>
public sealed class ProposalVersion : Entity
{
    private ProposalVersion() { }

    public ProposalVersion(Guid proposal, int number, (string Title, string Text) words, Guid by, DateTimeOffset now)
    {
        (ProposalId, Number, ById, At) = (proposal, number, by, now);
        (Title, Text) = words;
    }

    public Guid ProposalId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public Guid ById { get; private set; }

    public DateTimeOffset At { get; private set; }
}

/// <summary>A member who wants a proposal to come to the vote.</summary>
public sealed class ProposalSupport : Entity
{
    private ProposalSupport() { }

    public ProposalSupport(Guid proposal, Guid member, DateTimeOffset now) => (ProposalId, MemberId, At) = (proposal, member, now);

    public Guid ProposalId { get; private set; }

    public Guid MemberId { get; private set; }

    public DateTimeOffset At { get; private set; }
}

public sealed record ProposalMade(Guid ProposalId, Guid NetworkId);

public sealed record ProposalReworded(Guid ProposalId, Guid NetworkId);

public sealed record ProposalWithdrawn(Guid ProposalId, Guid NetworkId);

public sealed record ProposalDecided(Guid ProposalId, Guid NetworkId, bool Adopted);
