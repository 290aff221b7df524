using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Money;

/// <summary>Somebody for whom something may be paid.</summary>
/// <param name="Key">Of the member; of the sign-up for a visitor.</param>
public sealed record Sharer(Guid Key, Signature By, bool Comes);

/// <param name="Choice">Whom the next expense may be for: those who come, and whoever writes it.</param>
/// <param name="IsAlong">Whether the reader travels or organises, and so may add to it.</param>
public sealed record CostsView(
    Activity Activity,
    IReadOnlyList<Expense> Expenses,
    IReadOnlyList<Sharer> Choice,
    IReadOnlyDictionary<Guid, Signature> Names,
    bool IsAlong
)
{
    public IReadOnlyList<Debt> Debts => CostSplit.Settle(CostSplit.Balances(Expenses.Select(CostSplit.Outlay)));
}

/// <summary>Reads what was paid on a trip, for those who travel along and for whoever paid or owes, also once they have left.</summary>
public sealed class TripCosts(KosmopolitDb db, Me me, TripBook book, Signing signing, Texts t)
{
    /// <summary>Null when they are not this reader's business.</summary>
    public async Task<CostsView?> Of(Guid id, CancellationToken ct = default)
    {
        if (me.MemberId is not { } self)
            return null;
        var trip = await db.Set<Activity>().Whole().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.IsTrip, ct);
        if (trip is null)
            return null;
        var expenses = await db.Set<Expense>()
            .Where(e => e.ActivityId == id)
            .OrderBy(e => e.At)
            .ThenBy(e => e.Id)
            .AsNoTracking()
            .ToListAsync(ct);
        var isAlong = await book.TravelsAlong(trip, ct);
        if (!isAlong && !expenses.Exists(e => e.Concerns(self)))
            return null;
        var signUps = await db.Set<SignUp>().Where(s => s.ActivityId == id).OrderBy(s => s.At).AsNoTracking().ToListAsync(ct);
        var visitors = signUps.Where(s => s.MemberId is null).ToDictionary(s => s.Id);
        var coming = signUps.Where(s => s.State == SignUpState.Coming).Select(s => s.Person).ToList();
        List<Guid> all = [.. expenses.SelectMany(e => e.Sharers.Append(e.PaidById)).Concat(coming).Append(self).Distinct()];
        var places = signUps.ToDictionary(s => s.Person, s => s.Id);
        var names = await Names([.. all.OrderBy(k => places.GetValueOrDefault(k, k))], visitors, me.CanOrganise(trip), ct);
        return new CostsView(
            trip,
            expenses,
            [.. coming.Append(self).Distinct().Select(k => new Sharer(k, names[k], coming.Contains(k)))],
            names,
            isAlong
        );
    }

    // Keys come in the order of signing up. A visitor gave their name to the organisers alone; a key that is no member's is that
    // of a visitor whose sign-up was erased.
    private async Task<IReadOnlyDictionary<Guid, Signature>> Names(
        List<Guid> keys,
        Dictionary<Guid, SignUp> visitors,
        bool readsVisitors,
        CancellationToken ct
    )
    {
        var known = await db.Set<Member>().Where(m => keys.Contains(m.Id)).Select(m => m.Id).ToListAsync(ct);
        var members = await signing.Members(known, ct);
        Signature By(Guid key) =>
            known.Contains(key) ? members[key]
            : readsVisitors && visitors.TryGetValue(key, out var visitor) ? new Signature(visitor.Name, null)
            : new Signature(t["A visitor"], null);
        return keys.Select(k => (Key: k, By: By(k)))
            .GroupBy(one => one.By.Name)
            .SelectMany(same => same.Count() == 1 ? same : same.Select((one, i) => (one.Key, By: Numbered(one.By, i + 1))))
            .ToDictionary(one => one.Key, one => one.By);
    }

    // Several of one name could not be told apart.
    private Signature Numbered(Signature by, int number) => by with { Name = t["{0} ({1})", by.Name, number] };

    /// <summary>Whether this reader paid or owes something here.</summary>
    public async Task<bool> Concern(Guid id, CancellationToken ct = default) =>
        me.MemberId is { } self
        && (await db.Set<Expense>().Where(e => e.ActivityId == id).AsNoTracking().ToListAsync(ct)).Exists(e => e.Concerns(self));
}
