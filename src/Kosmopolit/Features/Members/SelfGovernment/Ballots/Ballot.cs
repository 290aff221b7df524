using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Members.SelfGovernment.Ballots;

/// <summary>How a ballot is held, fixed when it is called.</summary>
public sealed record BallotTerms
{
    public bool IsSecret { get; init; }

    public VotePer Per { get; init; } = VotePer.Member;

    public Majority Majority { get; init; } = Majority.Simple;

    /// <summary>Share of the electoral roll that must vote, in per cent.</summary>
    public int QuorumPercent { get; init; }

    public TieRule Tie { get; init; } = TieRule.Lot;

    /// <summary>Candidates to elect; 0 for a question of yes and no.</summary>
    public int Seats { get; init; }

    /// <summary>Deputies to elect after them.</summary>
    public int Deputies { get; init; }

    public bool IsElection => Seats > 0;
}

/// <summary>What came out of a ballot.</summary>
public enum BallotOutcome
{
    None = 0,
    Adopted = 1,
    Rejected = 2,

    /// <summary>Too few of the roll voted.</summary>
    NoQuorum = 3,
    Elected = 4,

    /// <summary>Some are elected; between the rest another round decides.</summary>
    RunOff = 5,
}

/// <summary>One vote of the members about one proposal: called, opened, closed, each once.</summary>
public sealed class Ballot : Entity, IRevised
{
    private readonly List<BallotOption> _options = [];

    private Ballot() { }

    /// <param name="times">From when to when votes are taken.</param>
    /// <param name="round">1, or more for a run-off.</param>
    public Ballot(Guid network, Guid proposal, BallotTerms terms, (DateTimeOffset Opens, DateTimeOffset Closes) times, int round)
    {
        (NetworkId, ProposalId, Terms, Round) = (network, proposal, terms, round);
        (OpensAt, ClosesAt) = times;
        (LotSeed, LotPledge) = Lot.Draw();
        Raise(new BallotCalled(Id, proposal, network));
    }

    public Guid NetworkId { get; private set; }

    public Guid ProposalId { get; private set; }

    public BallotTerms Terms { get; private set; } = new();

    public int Round { get; private set; }

    public DateTimeOffset OpensAt { get; private set; }

    public DateTimeOffset ClosesAt { get; private set; }

    /// <summary>When the roll was written; whoever runs a second time finds it set.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The account that closed it; null when the hour did.</summary>
    public Guid? ClosedById { get; private set; }

    public BallotOutcome Outcome { get; private set; }

    /// <summary>Members or firms on the roll when the ballot opened.</summary>
    public int OnRoll { get; private set; }

    /// <summary>Votes that were counted.</summary>
    public int Counted { get; private set; }

    /// <summary>A member who counts papers beside the coordinators.</summary>
    public Guid? TellerId { get; private set; }

    /// <summary>Kept to itself until closing; its fingerprint <see cref="LotPledge"/> is shown from the start.</summary>
    public string LotSeed { get; private set; } = "";

    public string LotPledge { get; private set; } = "";

    public int Revision { get; set; }

    public IReadOnlyList<BallotOption> Options => _options;

    /// <summary>Votes that an option got; 0 before the count.</summary>
    public int VotesFor(string key) => _options.Find(o => o.Key == key)?.Votes ?? 0;

    public bool TakesVotes(DateTimeOffset now) => ClosedAt is null && now >= OpensAt && now < ClosesAt;

    public void Offer(string key, Guid? candidate = null) => _options.Add(new BallotOption(Id, key, _options.Count, candidate));

    /// <summary>The roll is written; false when somebody wrote it before.</summary>
    public bool Open(int onRoll, DateTimeOffset now)
    {
        if (OpenedAt is not null)
            return false;
        (OpenedAt, OnRoll) = (now, onRoll);
        Raise(new BallotOpened(Id, ProposalId, NetworkId));
        return true;
    }

    /// <summary>Why a vote cannot be taken now; null when it can.</summary>
    public Refusal? Refuses(DateTimeOffset now) =>
        ClosedAt is not null || now >= ClosesAt ? new Refusal("Voting is over. Your vote was not counted.")
        : now < OpensAt ? new Refusal("Voting has not begun.")
        : null;

    public void Receive() => Raise(new BallotReceivedVote(Id));

    /// <summary>For a world that must be the same on every machine.</summary>
    internal void Pledge(string seed) => (LotSeed, LotPledge) = (seed, Lot.Fingerprint(seed));

    public void NameTeller(Guid? member) => TellerId = member;

    /// <summary>Writes the result down.</summary>
    /// <param name="everyoneVoted">Nobody is left to wait for.</param>
    public Refusal? Close(BallotResult result, bool everyoneVoted, Guid? by, DateTimeOffset now)
    {
        if (ClosedAt is not null)
            return new Refusal("This vote has been closed and counted already.");
        if (now < ClosesAt && !everyoneVoted)
            return new Refusal("Voting goes on: not everyone on the roll has voted, and the time is not up.");
        (ClosedAt, ClosedById, Outcome, Counted) = (now, by, result.Outcome, result.Counted);
        foreach (var option in _options)
            option.Receive(result.Of(option.Key));
        Raise(new BallotClosed(Id, ProposalId, NetworkId, result.Outcome));
        return null;
    }
}

/// <summary>Something to choose, and what it got.</summary>
public sealed class BallotOption : Entity
{
    public const string Yes = "yes";
    public const string No = "no";
    public const string Abstain = "abstain";

    private BallotOption() { }

    public BallotOption(Guid ballot, string key, int order, Guid? candidate) =>
        (BallotId, Key, Order, CandidateId) = (ballot, key, order, candidate);

    public Guid BallotId { get; private set; }

    /// <summary><c>yes</c>, <c>no</c>, <c>abstain</c>, or <c>c1</c> and so on for candidates.</summary>
    public string Key { get; private set; } = "";

    public int Order { get; private set; }

    public Guid? CandidateId { get; private set; }

    public int Votes { get; private set; }

    public Place Place { get; private set; }

    internal void Receive((int Votes, Place Place) got) => (Votes, Place) = got;
}

/// <summary>What a candidate got.</summary>
public enum Place
{
    None = 0,
    Elected = 1,
    Deputy = 2,

    /// <summary>As many votes as another, and one seat too few.</summary>
    Tied = 3,
}

public sealed record BallotCalled(Guid BallotId, Guid ProposalId, Guid NetworkId);

public sealed record BallotOpened(Guid BallotId, Guid ProposalId, Guid NetworkId);

/// <summary>Says nothing about who or what: the same line for every vote.</summary>
public sealed record BallotReceivedVote(Guid BallotId);

public sealed record BallotClosed(Guid BallotId, Guid ProposalId, Guid NetworkId, BallotOutcome Outcome);
