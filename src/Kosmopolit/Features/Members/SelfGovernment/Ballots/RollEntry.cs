using Kosmopolit.Platform;

namespace Kosmopolit.Features.Members.SelfGovernment.Ballots;

/// <summary>How somebody on the roll took part.</summary>
public enum Turnout
{
    NotYet = 0,
    Online = 1,
    Paper = 2,
}

/// <summary>
/// A member or firm that has a vote in one ballot. It tells that somebody voted, never when or what: its key is the
/// voter, so that no number tells the order.
/// </summary>
public sealed class RollEntry
{
    private RollEntry() { }

    public RollEntry(Guid ballot, Guid voter) => (BallotId, VoterId) = (ballot, voter);

    public Guid BallotId { get; private set; }

    /// <summary>A member or a firm, as the ballot's terms say.</summary>
    public Guid VoterId { get; private set; }

    /// <summary>Also the concurrency token: of two votes at once one is taken.</summary>
    public Turnout Turnout { get; private set; }

    public Refusal? Vote(Turnout turnout)
    {
        if (Turnout != Turnout.NotYet)
            return Turnout == Turnout.Paper
                ? new Refusal("This vote was given on paper. It cannot be given twice.")
                : new Refusal("This vote has been given already. A secret vote cannot be changed.");
        Turnout = turnout;
        return null;
    }

    /// <summary>The paper was handed back.</summary>
    public void TakeBackPaper() => Turnout = Turnout == Turnout.Paper ? Turnout.NotYet : Turnout;
}

/// <summary>An open vote, which its voter may change until closing.</summary>
public sealed class OpenVote
{
    private OpenVote() { }

    public OpenVote(Guid ballot, Guid voter) => (BallotId, VoterId) = (ballot, voter);

    public Guid BallotId { get; private set; }

    public Guid VoterId { get; private set; }

    /// <summary>Keys of what was chosen, in order, separated by one space.</summary>
    public string Choice { get; private set; } = "";

    /// <summary>The member who cast it: with a vote per firm, one of its people.</summary>
    public Guid ById { get; private set; }

    public DateTimeOffset At { get; private set; }

    public int Revision { get; private set; }

    public void Choose(string choice, Guid by, DateTimeOffset now) => (Choice, ById, At, Revision) = (choice, by, now, Revision + 1);
}

/// <summary>
/// The sealed votes of one secret ballot in one row: it is rewritten whole with every vote, so that nothing in it, before
/// it or behind it tells which came when.
/// </summary>
public sealed class Urn
{
    private Urn() { }

    public Urn(Guid ballot, string slips) => (BallotId, Sealed) = (ballot, slips);

    public Guid BallotId { get; private set; }

    /// <summary>Slips of one size, sorted by receipt, encrypted with a key that does not lie in this table.</summary>
    public string Sealed { get; private set; } = "";

    /// <summary>Random: a number would count.</summary>
    public Guid Stamp { get; private set; }

    public void Put(string slips) => (Sealed, Stamp) = (slips, Guid.NewGuid());

    /// <summary>Makes whoever writes at the same moment look again.</summary>
    public void Touch() => Stamp = Guid.NewGuid();
}

/// <summary>A vote as it was counted; the whole list is the result, and anybody adds it up again.</summary>
public sealed class CountedVote
{
    private CountedVote() { }

    /// <param name="voter">Null in a secret ballot.</param>
    public CountedVote(Guid ballot, string mark, string choice, Guid? voter) =>
        (BallotId, Mark, Choice, VoterId) = (ballot, mark, choice, voter);

    public Guid BallotId { get; private set; }

    /// <summary>The receipt of a secret vote, the number of a paper, or the voter's key.</summary>
    public string Mark { get; private set; } = "";

    public string Choice { get; private set; } = "";

    public Guid? VoterId { get; private set; }
}

/// <summary>What one person read on the papers, without having seen what the other read.</summary>
public sealed class PaperSheet
{
    private PaperSheet() { }

    public PaperSheet(Guid ballot, Guid by) => (BallotId, ById) = (ballot, by);

    public Guid BallotId { get; private set; }

    /// <summary>The account that entered it.</summary>
    public Guid ById { get; private set; }

    /// <summary>One paper a line, "number choice choice", in the order of the numbers.</summary>
    public string Lines { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public void Enter(string lines, DateTimeOffset now) => (Lines, At) = (lines, now);
}
