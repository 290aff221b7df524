using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Ledger;

/// <summary>What another firm tells of this one: not with whom else, nor what it is worth.</summary>
/// <param name="Like">Own lines that may be the same.</param>
public sealed record ClaimView(Guid Id, Signature By, Deal Deal, IReadOnlyList<LedgerEntry> Like);

/// <param name="Activities">That the reader took part in, newest first.</param>
public sealed record BookView(
    string Firm,
    IReadOnlyList<LedgerEntry> Entries,
    IReadOnlyList<ClaimView> Claims,
    IReadOnlyList<(Guid Id, string Title)> Activities
);

/// <summary>Reads a firm's book for its people.</summary>
public sealed class LedgerBook(KosmopolitDb db, Me me, Signing signing)
{
    /// <summary>Null when the reader has no part in the firm.</summary>
    public async Task<BookView?> Of(Guid firm, CancellationToken ct = default)
    {
        if (await Name(firm, ct) is not { } name)
            return null;
        var entries = await db.Set<LedgerEntry>()
            .VisibleTo(db, me)
            .Where(e => e.FirmId == firm)
            .OrderByDescending(e => e.Deal.On)
            .ThenByDescending(e => e.Id)
            .AsNoTracking()
            .ToListAsync(ct);
        var claims = await db.Claims(firm).OrderBy(e => e.At).AsNoTracking().ToListAsync(ct);
        var names = await signing.Firms(claims.Select(c => c.FirmId), ct);
        var standing = entries.Where(e => e.WithdrawnAt is null).ToList();
        return new BookView(
            name,
            standing,
            [.. claims.Select(c => new ClaimView(c.Id, names[c.FirmId], c.Deal, [.. standing.Where(e => e.Deal.IsLike(c.Deal))]))],
            await Activities(ct)
        );
    }

    /// <summary>One line with its history; null when the reader has no such line.</summary>
    public async Task<(LedgerEntry Entry, string OtherFirm, IReadOnlyList<(Guid Id, string Title)> Activities, Signatures Names)?> Line(
        Guid firm,
        Guid id,
        CancellationToken ct = default
    )
    {
        var entry = await db.Set<LedgerEntry>()
            .VisibleTo(db, me)
            .Include(e => e.Versions)
            .AsNoTracking()
            .SingleOrDefaultAsync(e => e.Id == id && e.FirmId == firm, ct);
        if (entry is null)
            return null;
        var other = entry.Deal.OtherFirmId is { } named
            ? await db.Firms.VisibleTo(db.Memberships, me).Where(s => s.Firm.Id == named).Select(s => s.Firm.Slug).SingleOrDefaultAsync(ct)
            : null;
        var names = await signing.Members(entry.Versions.Select(v => v.ById).OfType<Guid>(), ct);
        return (entry, other ?? "", await Activities(ct), names);
    }

    private Task<string?> Name(Guid firm, CancellationToken ct) =>
        db
            .Firms.VisibleTo(db.Memberships, me)
            .Where(s => s.Firm.Id == firm && s.Firm.People.Any(r => r.MemberId == me.MemberId && r.EndedAt == null))
            .Select(s => s.Firm.Name.Value)
            .SingleOrDefaultAsync(ct)!;

    private async Task<IReadOnlyList<(Guid Id, string Title)>> Activities(CancellationToken ct)
    {
        var rows = await db.Set<Activity>()
            .VisibleTo(db, me)
            .Where(a => a.State == ActivityState.Held || a.State == ActivityState.FollowedUp)
            .Where(a => db.Set<SignUp>().Any(s => s.ActivityId == a.Id && s.MemberId == me.MemberId && s.State == SignUpState.Coming))
            .OrderByDescending(a => a.StartsAt)
            .Take(50)
            .Select(a => new { a.Id, a.Title })
            .ToListAsync(ct);
        return [.. rows.Select(r => (r.Id, r.Title))];
    }
}
