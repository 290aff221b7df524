using Kosmopolit.Features.Activities.Ledger.Asking;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Ledger.Figures;

/// <summary>How many were asked and how many of those answered; null for what would be about fewer than five people.</summary>
/// <param name="IsNearlyAll">That so few did not answer that their number is not said.</param>
public sealed record Answers(int? Asked, int? Answered, bool IsNearlyAll);

/// <summary>What came of things, in sums of five firms and more. Each list sums to the same deals where nothing is held back.</summary>
/// <param name="Stages">By how far they came; keys are numbers of <see cref="DealStage"/>.</param>
/// <param name="Countries">Deals of every stage by country.</param>
/// <param name="Bands">Contracts by what they are worth; empty unless contracts are a row of their own.</param>
/// <param name="Before">Told before this moment: the beginning of the month, so that nobody reads a single line off a change.</param>
public sealed record LedgerSums(
    IReadOnlyList<FigureRow> Stages,
    IReadOnlyList<FigureRow> Countries,
    IReadOnlyList<FigureRow> Bands,
    Answers Answers,
    DateTimeOffset Before
);

/// <summary>Sums over the books of firms, which are shown to nobody.</summary>
public sealed class LedgerFigures(KosmopolitDb db, TimeProvider clock)
{
    /// <summary>Of firms with a member in a network today, and of activities that it proposed.</summary>
    public async Task<LedgerSums> OfNetwork(Guid network, CancellationToken ct = default)
    {
        var members = db.Memberships.Where(m => m.NetworkId == network && m.EndedAt == null);
        var firms = db.FirmRoles.Where(r => r.EndedAt == null && members.Any(m => m.MemberId == r.MemberId)).Select(r => r.FirmId);
        var asks = db.Set<LedgerAsk>().Where(a => db.Set<Activity>().Any(x => x.Id == a.ActivityId && x.NetworkId == network));
        return await Sum(db.Set<LedgerEntry>().Where(e => firms.Contains(e.FirmId)), asks, ct);
    }

    public Task<LedgerSums> OfActivity(Guid activity, CancellationToken ct = default) =>
        Sum(db.Set<LedgerEntry>().Where(e => e.Deal.ActivityId == activity), db.Set<LedgerAsk>().Where(a => a.ActivityId == activity), ct);

    private async Task<LedgerSums> Sum(IQueryable<LedgerEntry> entries, IQueryable<LedgerAsk> asks, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var before = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero);
        var rows = await entries
            .Where(e => e.WithdrawnAt == null && e.At < before)
            .OrderBy(e => e.At)
            .ThenBy(e => e.Id)
            .Select(e => new Counted(e.DealId, e.FirmId, e.Deal.OtherFirmId, e.Deal.Stage, e.Deal.Country, e.Deal.Band, e.Deal.On))
            .ToListAsync(ct);
        var counts = await asks.Where(a => a.AskedAt < before)
            .GroupBy(a => a.MemberId)
            .Select(g => new { g.Key, Answered = g.Any(a => a.AnsweredAt != null) })
            .ToListAsync(ct);
        var deals = Deals(rows);
        var stages = Folding.Fold(Keyed(deals, d => ((int)d.Stage).ToString(Culture)));
        var isOwnRow = stages.Any(s => s.Key == ((int)DealStage.Contract).ToString(Culture));
        return new LedgerSums(
            stages,
            Folding.Fold(Keyed(deals, d => d.Country)),
            isOwnRow ? Folding.Fold(Keyed(deals.Where(d => d.Stage == DealStage.Contract), d => ((int)d.Band).ToString(Culture))) : [],
            Of(counts.Count, counts.Count(c => c.Answered)),
            before
        );
    }

    /// <summary>
    /// One deal for all lines that tell of it: those that were joined, and those of two firms that name each other about one
    /// country within the window, even before either has answered.
    /// </summary>
    internal static IReadOnlyList<CountedDeal> Deals(IReadOnlyList<Counted> rows)
    {
        var of = rows.Select(r => r.Deal).Distinct().ToDictionary(d => d, d => d);
        var naming = rows.Where(r => r.Other is not null).ToLookup(r => (r.Firm, Other: r.Other!.Value));
        var pairs = naming.SelectMany(named => named).SelectMany(a => naming[(a.Other!.Value, a.Firm)].Select(b => (a, b)));
        foreach (var (a, b) in pairs.Where(p => AreMutual(p.a, p.b)))
        {
            var (from, to) = (of[b.Deal], of[a.Deal]);
            foreach (var key in of.Where(o => o.Value == from).Select(o => o.Key).ToList())
                of[key] = to;
        }
        return
        [
            .. rows.GroupBy(r => of[r.Deal])
                .Select(g => new CountedDeal(
                    g.Key,
                    g.Max(r => r.Stage),
                    g.Select(r => r.Country).FirstOrDefault(c => c.Length > 0) ?? "",
                    g.Max(r => r.Band),
                    [.. g.Select(r => r.Firm).Distinct()]
                )),
        ];
    }

    internal static Answers Of(int asked, int answered) =>
        asked < Folding.Least ? new(null, null, false)
        : answered < Folding.Least ? new(asked, null, false)
        : asked - answered is > 0 and < Folding.Least ? new(asked, null, true)
        : new(asked, answered, false);

    private static IFormatProvider Culture => System.Globalization.CultureInfo.InvariantCulture;

    private static bool AreMutual(Counted a, Counted b) =>
        a.Country == b.Country && Math.Abs(a.On.DayNumber - b.On.DayNumber) <= Deal.Window && a.Stage == b.Stage;

    private static IEnumerable<Told> Keyed(IEnumerable<CountedDeal> deals, Func<CountedDeal, string> key) =>
        deals.SelectMany(d => d.Firms.Select(f => new Told(key(d), d.Deal, f)));
}

/// <summary>A line as it is counted.</summary>
internal sealed record Counted(Guid Deal, Guid Firm, Guid? Other, DealStage Stage, string Country, ValueBand Band, DateOnly On);

/// <summary>A deal with all who told it.</summary>
internal sealed record CountedDeal(Guid Deal, DealStage Stage, string Country, ValueBand Band, IReadOnlyList<Guid> Firms);
