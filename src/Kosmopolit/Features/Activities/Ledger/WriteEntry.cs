using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Ledger;

/// <summary>
/// The people of a firm write in its book. What a colleague has told already is noticed before it is told a second time:
/// one writes at a time, so that two who press at once meet.
/// </summary>
public sealed class WriteEntry(KosmopolitDb db, Me me, EntryReading reading, TimeProvider clock)
{
    public static readonly Refusal NotHere = new("This is not here.") { Kind = RefusalKind.Gone };

    public static readonly Refusal Alike = new(
        "Your firm has told something like it already; it stands above. Is it the same? Then correct that one. Else say below that it is another one.",
        nameof(EntryInput.IsAnother)
    );

    public async Task<Refusal?> Add(Guid firm, EntryInput input, CancellationToken ct = default)
    {
        if (me.MemberId is not { } self || !await IsMine(firm, ct))
            return NotHere;
        var (deal, odd) = await reading.Read(input, firm, ct);
        return deal is null ? odd : await db.InOneTransaction(() => Add(firm, deal, self, input.IsAnother, ct), ct);
    }

    public async Task<Refusal?> Correct(Guid id, EntryInput input, CancellationToken ct = default)
    {
        if (me.MemberId is not { } self || await Mine(id, ct) is not { } entry)
            return NotHere;
        var (deal, odd) = await reading.Read(input, entry.FirmId, ct);
        if (deal is null)
            return odd;
        return entry.Correct(deal, PlainText.Clean(input.Why), self, clock.GetUtcNow()) ?? await db.Save(ActivityBook.Meanwhile, ct);
    }

    /// <summary>Takes out what never was. The history keeps it, figures do not.</summary>
    public async Task<Refusal?> Withdraw(Guid id, string? why, CancellationToken ct = default)
    {
        if (me.MemberId is not { } self || await Mine(id, ct) is not { } entry)
            return NotHere;
        var reason = PlainText.Clean(why);
        entry.Withdraw(reason[..Math.Min(reason.Length, LedgerMapping.MostWhy)], self, clock.GetUtcNow());
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    /// <summary>Waits for its turn to write in a firm's book.</summary>
    internal static Task<int> TakeTurn(KosmopolitDb db, Guid firm, CancellationToken ct) =>
        db.FirmRoles.Where(r => r.FirmId == firm).ExecuteUpdateAsync(s => s.SetProperty(r => r.Since, r => r.Since), ct);

    private async Task<Refusal?> Add(Guid firm, Deal deal, Guid self, bool isAnother, CancellationToken ct)
    {
        await TakeTurn(db, firm, ct);
        var told = await db.Set<LedgerEntry>()
            .VisibleTo(db, me)
            .Where(e => e.FirmId == firm && e.WithdrawnAt == null)
            .AsNoTracking()
            .ToListAsync(ct);
        if (!isAnother && told.Any(e => e.Deal.IsLike(deal)))
            return Alike;
        db.Add(new LedgerEntry(firm, deal, self, clock.GetUtcNow()));
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    private Task<bool> IsMine(Guid firm, CancellationToken ct) =>
        db.FirmRoles.AnyAsync(r => r.FirmId == firm && r.MemberId == me.MemberId && r.EndedAt == null, ct);

    private Task<LedgerEntry?> Mine(Guid id, CancellationToken ct) =>
        db.Set<LedgerEntry>().VisibleTo(db, me).SingleOrDefaultAsync(e => e.Id == id, ct);
}
