using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Contacts;

/// <summary>A day on which somebody saw the reader's contact details; the viewer is null when they do not show themselves.</summary>
public sealed record Viewing(DateOnly Day, ShownBy By, PersonView? Viewer);

/// <summary>Who saw the reader's contact details. Viewers are named as far as they show themselves to the reader.</summary>
public sealed class Viewers(KosmopolitDb db, Me me)
{
    private const int Most = 300;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<Viewing>> List(CancellationToken ct = default)
    {
        var rows = await db.Set<ContactShown>()
            .Where(c => c.MemberId == me.MemberId)
            .OrderByDescending(c => c.Day)
            .ThenByDescending(c => c.Id)
            .Take(Most)
            .AsNoTracking()
            .ToListAsync(ct);
        var accounts = rows.Select(r => (Guid?)r.ViewerId).Distinct().ToList();
        var seen = await db
            .Members.VisibleTo(me)
            .Where(s => accounts.Contains(s.Member.AccountId))
            .Select(s => new { s.Member.Id, s.Member.AccountId })
            .ToListAsync(ct);
        var ids = seen.Select(s => s.Id).ToList();
        var people = await db.Members.Where(m => ids.Contains(m.Id)).VisibleTo(me).ToViews(db, me, ct);
        var viewers = seen.ToDictionary(s => s.AccountId!.Value, s => people.Single(p => p.Id == s.Id));
        return [.. rows.Select(r => new Viewing(r.Day, r.By, viewers.GetValueOrDefault(r.ViewerId)))];
    }
}
