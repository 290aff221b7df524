using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Contacts;

/// <summary>Writes down, before they are shown, that somebody sees another's contact details.</summary>
public sealed class NoteContactShown(KosmopolitDb db, Me me, TimeProvider clock)
{
    /// <summary>Days for which a row is kept.</summary>
    public const int Kept = 365;

    public async Task Run(PersonView seen, ShownBy by, CancellationToken ct = default)
    {
        var shows = !string.IsNullOrEmpty(seen.ContactEmail) || !string.IsNullOrEmpty(seen.Phone);
        if (!shows || me.AccountId is not { } viewer || seen.Id == me.MemberId)
            return;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var known = db.Set<ContactShown>().Where(c => c.MemberId == seen.Id && c.ViewerId == viewer && c.Day == today && c.By == by);
        if (await known.AnyAsync(ct))
            return;
        db.Add(new ContactShown(seen.Id, viewer, today, by));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Two looks at once: one row tells it.
            db.ChangeTracker.Clear();
        }
        await db.Set<ContactShown>().Where(c => c.Day < today.AddDays(-Kept)).ExecuteDeleteAsync(ct);
    }

    /// <summary>The same for many at once, such as a sheet; stored with the caller's own write.</summary>
    public async Task Run(IEnumerable<PersonView> seen, ShownBy by, CancellationToken ct = default)
    {
        if (me.AccountId is not { } viewer)
            return;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var shown = seen.Where(p => p.Id != me.MemberId && !(string.IsNullOrEmpty(p.ContactEmail) && string.IsNullOrEmpty(p.Phone)));
        var known = await db.Set<ContactShown>()
            .Where(c => c.ViewerId == viewer && c.Day == today && c.By == by)
            .Select(c => c.MemberId)
            .ToListAsync(ct);
        db.AddRange(shown.Select(p => p.Id).Except(known).Select(id => new ContactShown(id, viewer, today, by)));
    }
}
