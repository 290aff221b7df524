using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Leaving;

/// <summary>
/// Somebody leaves a network, at once and without asking anybody. What they told stays theirs; an office they held in it
/// ends with the membership.
/// </summary>
public sealed class LeaveNetwork(KosmopolitDb db, Me me, TimeProvider clock)
{
    public async Task<Refusal?> Run(Network network, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var membership = await db
            .Members.Own(me)
            .SelectMany(m => m.Memberships)
            .Where(s => s.NetworkId == network.Id && s.State != MembershipState.Left && s.State != MembershipState.Removed)
            .OrderByDescending(s => s.Since)
            .FirstOrDefaultAsync(ct);
        if (membership is null)
            return new Refusal("You are not a member of this network.");
        membership.End(now, MembershipState.Left, me.AccountId);
        var offices = await db.Set<Mandate>()
            .Where(m => m.AccountId == me.AccountId && m.Role == Role.Coordinator && m.Scope == network.Id && m.From <= now)
            .Where(m => m.Until == null || m.Until > now)
            .ToListAsync(ct);
        foreach (var office in offices)
            office.End(now);
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("Something else happened to your membership at the same moment. Look once more.");
        }
    }
}
