using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Clock;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Renewal;

/// <summary>A member says that they stay for another year, or comes back after a lapse. Saying it twice is saying it once.</summary>
public sealed class Stay(KosmopolitDb db, TimeProvider clock)
{
    /// <param name="membership">One's own, or the one a signed link names: the caller knows which.</param>
    /// <param name="account">Who says it; null when only the link speaks.</param>
    public async Task<Refusal?> Run(Guid membership, Guid? account, CancellationToken ct = default)
    {
        if (await db.Set<Membership>().SingleOrDefaultAsync(m => m.Id == membership, ct) is not { } row)
            return new Refusal("This membership is no longer here.");
        var now = clock.GetUtcNow();
        var today = SwedishTime.Today(now);
        if (await CannotCome(row, now, ct) is { } refusal)
            return refusal;
        if (row.State == MembershipState.Lapsed)
            row.Resume(now, account, "");
        else if (!RenewalYear.IsAsked(row, today))
            return null;
        row.StayUntil(RenewalYear.Next(row.RenewBy, today));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another press of the same button, or the person joined anew at the same moment: they are in.
            db.ChangeTracker.Clear();
        }
        return null;
    }

    private async Task<Refusal?> CannotCome(Membership row, DateTimeOffset now, CancellationToken ct)
    {
        if (row.State is MembershipState.Left or MembershipState.Removed)
            return new Refusal("This membership has ended. You can ask to join again.");
        if (row.State == MembershipState.Suspended)
            return new Refusal(
                "This membership is suspended until {0:d}. It goes on by itself then.",
                null,
                SwedishTime.Today(row.SuspendedUntil ?? now)
            );
        if (row.State != MembershipState.Lapsed)
            return null;
        var stage = await db.Set<Network>().Where(n => n.Id == row.NetworkId).Select(n => n.Stage).SingleAsync(ct);
        if (stage is Stage.Closed or Stage.Abandoned)
            return new Refusal("This network is closed.");
        var isIn = await db.Set<Membership>()
            .AnyAsync(m => m.MemberId == row.MemberId && m.NetworkId == row.NetworkId && m.EndedAt == null, ct);
        return isIn ? new Refusal("You are a member of this network already.") : null;
    }
}
