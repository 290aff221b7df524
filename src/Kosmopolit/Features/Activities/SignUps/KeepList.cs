using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.SignUps;

public sealed class ListInput
{
    /// <summary>Those who were there, of everyone on the list.</summary>
    public List<string>? Present { get; set; }

    /// <summary>Those whose share is paid.</summary>
    public List<string>? Settled { get; set; }

    /// <summary>Those who were shown as present when the list was opened: <see cref="Ticks.Field"/>.</summary>
    [StringLength(Ticks.Longest)]
    public string? WerePresent { get; set; }

    /// <summary>Those who were shown as having paid.</summary>
    [StringLength(Ticks.Longest)]
    public string? WereSettled { get; set; }
}

/// <summary>
/// The organisers' list: who was there, whose share is paid. Only what somebody changed in it is written: a list that was opened
/// an hour ago says nothing of those who came through the door since.
/// </summary>
public sealed class KeepList(KosmopolitDb db, Me me, TimeProvider clock)
{
    public async Task<Refusal?> Run(Guid id, ListInput input, CancellationToken ct = default)
    {
        var (activity, refusal) = await db.Organised(me, id, ct);
        if (activity is null)
            return refusal;
        var now = clock.GetUtcNow();
        var (present, absent) = Ticks.Changed(input.WerePresent, input.Present);
        var (settled, owing) = Ticks.Changed(input.WereSettled, input.Settled);
        if (present.Count > 0 && activity.StartsAt > now)
            return new Refusal("It has not begun yet.");
        var rows = await db.Set<SignUp>().Where(s => s.ActivityId == id && s.State != SignUpState.Unconfirmed).ToListAsync(ct);
        foreach (var row in rows)
        {
            // A moment that is known already stays.
            row.Attend(
                present.Contains($"{row.Id}") ? row.AttendedAt ?? now
                : absent.Contains($"{row.Id}") ? null
                : row.AttendedAt
            );
            row.Settle(
                settled.Contains($"{row.Id}") ? row.SettledAt ?? now
                : owing.Contains($"{row.Id}") ? null
                : row.SettledAt
            );
        }
        return await db.Save(ActivityBook.Meanwhile, ct);
    }
}
