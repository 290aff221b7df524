using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Offices;

/// <summary>A deputy steps in when nobody runs the network; somebody lays their office down.</summary>
public sealed class HoldOffice(KosmopolitDb db, Me me, GiveOffice offices, GovernmentMail mail, TimeProvider clock)
{
    public async Task<Refusal?> StepIn(Network network, CancellationToken ct = default)
    {
        if (me.AccountId is not { } account || !me.Is(Role.Deputy, network.Id))
            return new Refusal("Only an elected deputy steps in.");
        var now = clock.GetUtcNow();
        if (await Current(network.Id, now).AnyAsync(ct))
            return new Refusal("The network has a coordinator. A deputy steps in when there is none.");
        var term = new Term(network.Id, Role.Coordinator, now, now + Term.SteppedIn);
        if (await offices.Run(account, term, "Stepped in as deputy", ct) is { } refusal)
            return refusal;
        // Two deputies at once: whoever saves first steps in, the other looks again.
        var row = await db.Networks.VisibleTo(me).SingleAsync(n => n.Id == network.Id, ct);
        db.Entry(row).State = EntityState.Modified;
        await mail.ToMembers(network, $"/networks/{network.Slug}/offices", t => SteppedIn(t, network, term), ct);
        return await Save(ct);
    }

    public async Task<Refusal?> LayDown(Network network, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var held = await db.Set<Mandate>()
            .Where(m =>
                m.AccountId == me.AccountId
                && m.Scope == network.Id
                && (m.Role == Role.Coordinator || m.Role == Role.Deputy)
                && m.From <= now
                && (m.Until == null || m.Until > now)
            )
            .ToListAsync(ct);
        if (held.Count == 0)
            return new Refusal("You hold no office in this network.");
        foreach (var office in held)
            office.End(now);
        await mail.ToOfficers(network, $"/networks/{network.Slug}/offices", t => LaidDown(t, network), ct);
        return await Save(ct);
    }

    /// <summary>Coordinators whose term runs now.</summary>
    internal IQueryable<Mandate> Current(Guid network, DateTimeOffset now) =>
        db.Set<Mandate>()
            .Where(m => m.Scope == network && m.Role == Role.Coordinator && m.From <= now && (m.Until == null || m.Until > now));

    private static Message SteppedIn(Platform.Language.Texts t, Network network, Term term) =>
        new(
            t["A deputy runs {0} for now", network.Name],
            [
                t[
                    "There was no coordinator left, so an elected deputy stepped in, until {0} at most.",
                    WallTime.Day(term.Until, t.Language.Culture)
                ],
                t["Propose an election, so that the members choose who goes on."],
            ],
            t["See who holds which office"]
        );

    private static Message LaidDown(Platform.Language.Texts t, Network network) =>
        new(
            t["An office in {0} is free", network.Name],
            [t["Somebody has laid down their office. Propose an election, so that the members choose who goes on."]],
            t["See who holds which office"]
        );

    private async Task<Refusal?> Save(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            return new Refusal("Somebody else did this at the same moment. Look once more.");
        }
    }
}
