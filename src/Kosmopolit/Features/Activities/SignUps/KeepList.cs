using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.SignUps;

public sealed class ListInput
{
    /// <summary>Those who were there, of everyone on the list.</summary>
    public List<Guid>? Present { get; set; }

    /// <summary>Those whose share is paid.</summary>
    public List<Guid>? Settled { get; set; }
}

/// <summary>The organisers' list: who was there, whose share is paid.</summary>
public sealed class KeepList(KosmopolitDb db, Me me, TimeProvider clock)
{
    public async Task<Refusal?> Run(Guid id, ListInput input, CancellationToken ct = default)
    {
        var (activity, refusal) = await db.Organised(me, id, ct);
        if (activity is null)
            return refusal;
        var now = clock.GetUtcNow();
        var (present, settled) = ((input.Present ?? []).ToHashSet(), (input.Settled ?? []).ToHashSet());
        if (present.Count > 0 && activity.StartsAt > now)
            return new Refusal("It has not begun yet.");
        var rows = await db.Set<SignUp>().Where(s => s.ActivityId == id && s.State != SignUpState.Unconfirmed).ToListAsync(ct);
        foreach (var row in rows)
        {
            // A moment that is known already stays.
            row.Attend(present.Contains(row.Id) ? row.AttendedAt ?? now : null);
            row.Settle(settled.Contains(row.Id) ? row.SettledAt ?? now : null);
        }
        return await db.Save(ActivityBook.Meanwhile, ct);
    }
}
