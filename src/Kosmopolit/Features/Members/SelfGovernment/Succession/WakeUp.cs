using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Succession;

/// <summary>A few members wake a resting network together.</summary>
public sealed class WakeUp(KosmopolitDb db, Me me, TimeProvider clock)
{
    /// <summary>Calls so far, and how many are needed: never more than there are members.</summary>
    public async Task<(int Calls, int Needed, bool Mine)> Count(Network network, CancellationToken ct = default)
    {
        var terms = await VotingRules.Of(db, network.Id, ct);
        var members = db.Set<Membership>().Where(m => m.NetworkId == network.Id && m.EndedAt == null).Select(m => m.MemberId);
        var callers = await db.Set<WakeUpCall>()
            .Where(c => c.NetworkId == network.Id && c.RestingSince == network.StageSince && members.Contains(c.MemberId))
            .Select(c => c.MemberId)
            .ToListAsync(ct);
        var needed = Math.Max(1, Math.Min(terms.WakeUpMembers, await members.CountAsync(ct)));
        return (callers.Count, needed, me.MemberId is { } self && callers.Contains(self));
    }

    public async Task<Refusal?> Run(Guid networkId, CancellationToken ct = default)
    {
        if (me.MemberId is not { } self || !me.Networks.Contains(networkId))
            return new Refusal("Only its members wake a network.");
        var network = await db.Networks.VisibleTo(me).Include(n => n.History).SingleAsync(n => n.Id == networkId, ct);
        if (network.Stage != Stage.Dormant)
            return new Refusal("This network is awake.");
        var now = clock.GetUtcNow();
        var (calls, needed, mine) = await Count(network, ct);
        if (!mine)
        {
            db.Add(new WakeUpCall(networkId, self, network.StageSince, now));
            calls++;
        }
        if (calls >= needed)
            network.Enter(Stage.Independent, now, me.AccountId, "Woken by its members");
        else
            // Two who call at once are both counted: the second looks again.
            db.Entry(network).State = EntityState.Modified;
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            return new Refusal("Somebody else called at the same moment. Press once more.");
        }
    }
}
