using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Activities.Ledger;

/// <summary>How far business abroad has come. The numbers are stored.</summary>
public enum DealStage
{
    /// <summary>Only as an answer: nothing has come of it yet.</summary>
    Nothing = 0,
    Contact = 1,
    Offer = 2,
    Contract = 3,
}

/// <summary>What it is worth over its whole time, in Swedish kronor. The numbers are stored.</summary>
public enum ValueBand
{
    Untold = 0,
    UpTo50000 = 1,
    UpTo250000 = 2,
    UpToOneMillion = 3,
    UpToFiveMillion = 4,
    More = 5,
}

/// <summary>What stands behind it besides the firm's own word.</summary>
public enum Evidence
{
    /// <summary>The firm says so.</summary>
    Said = 1,

    /// <summary>The other side says so, too.</summary>
    OtherSide = 2,

    /// <summary>Somebody outside the firm has seen the paper; the note says who.</summary>
    Paper = 3,
}

/// <summary>What the other firm said to it when it was named.</summary>
public enum OtherWord
{
    Silent = 0,
    Yes = 1,
    No = 2,
}

/// <summary>What a firm tells of one piece of business abroad.</summary>
/// <param name="Country">ISO 3166-1 alpha-2; empty while untold.</param>
/// <param name="On">The day of the contact, the offer or the signature.</param>
/// <param name="Partner">With whom, in the firm's own words.</param>
/// <param name="Note">For a paper: which, and who has seen it.</param>
/// <param name="OtherFirmId">Another firm here that takes part in it and is asked whether that is so.</param>
/// <param name="ActivityId">The activity it came of.</param>
/// <param name="QuestionId">The question it came of.</param>
/// <param name="IsIntroduced">Whether somebody introduced the two.</param>
public sealed record Deal(
    DealStage Stage,
    string Country,
    ValueBand Band,
    DateOnly On,
    Evidence Evidence,
    string Partner = "",
    string Note = "",
    Guid? OtherFirmId = null,
    Guid? ActivityId = null,
    Guid? QuestionId = null,
    bool IsIntroduced = false
)
{
    /// <summary>Days within which two tales about one country may be about the same business.</summary>
    public const int Window = 90;

    /// <summary>Whether this and another may be the same business at two moments or told by two people.</summary>
    public bool IsLike(Deal other) =>
        (Country == other.Country || Country.Length == 0 || other.Country.Length == 0)
        && Math.Abs(On.DayNumber - other.On.DayNumber) <= Window;
}

/// <summary>What was told at one moment: each correction adds one and keeps those before it.</summary>
public sealed class LedgerVersion : Entity
{
    private LedgerVersion() { }

    public LedgerVersion(Guid entry, Deal deal, bool isOut, string why, Guid? by, DateTimeOffset at) =>
        (EntryId, Deal, IsOut, Why, ById, At) = (entry, deal with { }, isOut, why, by, at);

    public Guid EntryId { get; private set; }

    public Deal Deal { get; private set; } = null!;

    /// <summary>Taken out: it never was.</summary>
    public bool IsOut { get; private set; }

    public string Why { get; private set; } = "";

    /// <summary>The member; null for the word of the other firm.</summary>
    public Guid? ById { get; private set; }

    public DateTimeOffset At { get; private set; }
}
