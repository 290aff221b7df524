using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Activities.Ledger;

/// <summary>
/// A line in a firm's own book of what came of things: a contact, an offer or a contract abroad. It belongs to the firm; its
/// people write and read it, everybody else sees sums of five firms and more.
/// </summary>
public sealed class LedgerEntry : Entity, IRevised
{
    private readonly List<LedgerVersion> _versions = [];

    private LedgerEntry() { }

    /// <param name="why">Where it was told, when not on the firm's page.</param>
    public LedgerEntry(Guid firm, Deal deal, Guid by, DateTimeOffset now, string why = "")
    {
        (FirmId, ById, At, Deal, DealId) = (firm, by, now, deal, Id);
        Write(why, by, now);
    }

    public Guid FirmId { get; private set; }

    /// <summary>The same for all lines that tell of one deal, whoever told them: figures count it once.</summary>
    public Guid DealId { get; private set; }

    public Deal Deal { get; private set; } = null!;

    public OtherWord OtherSaid { get; private set; }

    public DateTimeOffset? OtherSaidAt { get; private set; }

    /// <summary>The member who told it first.</summary>
    public Guid ById { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>When it was taken out; null as long as it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public int Revision { get; set; }

    public IReadOnlyList<LedgerVersion> Versions => _versions;

    /// <summary>Tells it anew; what was told before stays in the history.</summary>
    public Refusal? Correct(Deal deal, string why, Guid by, DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
            return new Refusal("This was taken out. Tell it anew.") { Kind = RefusalKind.Gone };
        if (deal == Deal)
            return null;
        // Another firm has said nothing yet.
        if (deal.OtherFirmId != Deal.OtherFirmId)
            (OtherSaid, OtherSaidAt, DealId) = (OtherWord.Silent, null, Id);
        Deal = deal;
        Write(why, by, now);
        return null;
    }

    public void Withdraw(string why, Guid by, DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
            return;
        WithdrawnAt = now;
        Write(why, by, now);
    }

    /// <summary>It is the same deal as another line tells of.</summary>
    public void Join(LedgerEntry other) => DealId = other.DealId;

    /// <summary>The other firm says whether it is so. A yes is evidence.</summary>
    public void BeAnswered(OtherWord word, DateTimeOffset now)
    {
        (OtherSaid, OtherSaidAt) = (word, now);
        if (word == OtherWord.Yes && Deal.Evidence < Evidence.OtherSide)
        {
            Deal = Deal with { Evidence = Evidence.OtherSide };
            Write("", null, now);
        }
    }

    private void Write(string why, Guid? by, DateTimeOffset now)
    {
        _versions.Add(new LedgerVersion(Id, Deal, WithdrawnAt is not null, why, by, now));
        Raise(new LedgerChanged(Id));
    }
}

/// <summary>Numbers only: what was told belongs to the firm.</summary>
public sealed record LedgerChanged(Guid EntryId);
