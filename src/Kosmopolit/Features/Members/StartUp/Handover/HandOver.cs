using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.LifeCycle;
using Kosmopolit.Features.Networks.LifeCycle.Interests;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.StartUp.Handover;

/// <summary>
/// The end of the council's power. In one transaction the network becomes independent, every facilitator's mandate over
/// it ends, their open invitations are taken back, addresses of the interested are closed, and the elected take office.
/// </summary>
public sealed class HandOver(KosmopolitDb db, Me me, TimeProvider clock)
{
    public async Task<Refusal?> Run(Network shown, CancellationToken ct = default)
    {
        var network = await db.Networks.VisibleTo(me).Include(n => n.History).SingleAsync(n => n.Id == shown.Id, ct);
        if (network.Stage is not Stage.StartUp)
            return new Refusal("This network has been handed over already, or is not starting up.");
        if (!me.CanHandOver(network))
            return new Refusal("Only the facilitator who guides the start hands over.");
        var conditions = await Preconditions.Of(db, network, ct);
        if (!conditions.AreMet)
            return new Refusal("Something is still missing. The list says what, and where to do it.");
        var now = clock.GetUtcNow();
        if (network.Move(Stage.Independent, now, me.AsAuthor(network), "") is { } refusal)
            return refusal;
        db.Add(new HandoverRecord(network.Id, conditions.Charter!.Id, me.AccountId, conditions.Accepted.Count, now));
        foreach (var elected in conditions.Accepted)
            db.Add(
                new Mandate(
                    elected.AccountId,
                    Role.Coordinator,
                    network.Id,
                    now,
                    "Elected by the founding meeting",
                    now.AddYears(conditions.Charter.Terms.TermYears)
                )
            );
        await EndFacilitators(network, now, ct);
        return await db.Save(new Refusal("Somebody else handed over at the same moment. Look once more."), ct);
    }

    private async Task EndFacilitators(Network network, DateTimeOffset now, CancellationToken ct)
    {
        var mandates = await db.Set<Mandate>()
            .Where(m => m.Scope == network.Id && m.Role == Role.Facilitator && (m.Until == null || m.Until > now))
            .ToListAsync(ct);
        mandates.ForEach(m => m.End(now));
        var accounts = mandates.Select(m => m.AccountId).ToList();
        var invitations = await db.Set<Invitation>()
            .Where(i => i.NetworkId == network.Id && accounts.Contains(i.InvitedById) && i.UsedAt == null && i.WithdrawnAt == null)
            .ToListAsync(ct);
        invitations.ForEach(i => i.TakeBack(now));
        var interests = await db.Set<Interest>().Where(i => i.NetworkId == network.Id && i.EndedAt == null).ToListAsync(ct);
        interests.ForEach(i => i.End(now));
    }
}
