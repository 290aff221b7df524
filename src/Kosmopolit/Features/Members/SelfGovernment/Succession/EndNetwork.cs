using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Succession;

/// <summary>
/// From the members' decision to the closed network: the successor says welcome, each member says yes or no, and on the
/// last day everything happens in one write.
/// </summary>
public sealed class EndNetwork(KosmopolitDb db, Me me, GovernmentMail mail, TimeProvider clock)
{
    private static readonly Refusal Overtaken = new("Somebody else did this at the same moment. Look once more.");

    /// <summary>Those who run the successor take the members in.</summary>
    public async Task<Refusal?> Welcome(Guid id, CancellationToken ct = default)
    {
        var ending = await Find(id, ct);
        if (ending?.SuccessorId is not { } successor || me.AccountId is not { } account || !me.Is(Role.Coordinator, successor))
            return new Refusal("Only the coordinators of the other network answer this.");
        return ending.Welcome(account, clock.GetUtcNow()) is { } refusal ? refusal : await Save(ct);
    }

    /// <summary>The reader says whether they go along.</summary>
    public async Task<Refusal?> Answer(Guid id, bool moves, CancellationToken ct = default)
    {
        var ending = await Find(id, ct);
        if (ending is null || me.MemberId is not { } self || !me.Networks.Contains(ending.NetworkId))
            return new Refusal("Only members of the network are asked.");
        return ending.Answer(self, moves, clock.GetUtcNow()) is { } refusal ? refusal : await Save(ct);
    }

    /// <summary>Closes the network: memberships move or end, every right in it ends, what it decided stays readable.</summary>
    /// <param name="by">The account that presses; null when the last day does.</param>
    public async Task<Refusal?> Finish(Guid id, Guid? by, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var ending = await Find(id, ct);
        if (ending is null)
            return new Refusal("There is nothing to close.");
        if (ending.Finish(now) is { } refusal)
            return refusal;
        var network = await db.Set<Network>().Include(n => n.History).SingleAsync(n => n.Id == ending.NetworkId, ct);
        var successor = await Successor(ending, ct);
        await mail.ToMembers(network, $"/networks/{(successor ?? network).Slug}", t => Closed(t, network, successor), ct);
        await Move(ending, successor, now, ct);
        foreach (
            var office in await db.Set<Mandate>().Where(m => m.Scope == network.Id && (m.Until == null || m.Until > now)).ToListAsync(ct)
        )
            office.End(now);
        network.Enter(Stage.Closed, now, by, successor is null ? "Ended by its members" : $"Went up in {successor.Name}");
        return await Save(ct);
    }

    private async Task Move(Dissolution ending, Network? successor, DateTimeOffset now, CancellationToken ct)
    {
        var going = ending.Answers.Where(a => a.Moves).Select(a => a.MemberId).ToHashSet();
        var members = await db.Set<Member>()
            .Include(m => m.Memberships)
            .Where(m => m.Memberships.Any(s => s.NetworkId == ending.NetworkId && s.EndedAt == null))
            .ToListAsync(ct);
        foreach (var member in members)
        {
            var membership = member.Memberships.Single(s => s.NetworkId == ending.NetworkId && s.EndedAt is null);
            membership.End(now);
            if (successor is not null && going.Contains(member.Id))
                member.Join(successor.Id, now, membership.Audience);
        }
    }

    // Without a welcome nobody is pushed through a door.
    private async Task<Network?> Successor(Dissolution ending, CancellationToken ct) =>
        ending.WelcomedAt is null
            ? null
            : await db.Set<Network>()
                .AsNoTracking()
                .SingleOrDefaultAsync(n => n.Id == ending.SuccessorId && n.Stage == Stage.Independent, ct);

    private Task<Dissolution?> Find(Guid id, CancellationToken ct) =>
        db.Set<Dissolution>().Include(d => d.Answers).SingleOrDefaultAsync(d => d.Id == id, ct);

    private static Message Closed(Platform.Language.Texts t, Network network, Network? successor) =>
        new(
            t["{0} is closed", network.Name],
            [
                t["The members decided it. What they decided before stays readable to you; every office in it has ended."],
                successor is null
                    ? t["What you told about yourself is still yours. You can ask another network to take you in."]
                    : t["If you said yes, you are a member of {0} now. If you said nothing or no, nothing was moved.", successor.Name],
            ],
            t["Open the network’s page"]
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
            db.ChangeTracker.Clear();
            return Overtaken;
        }
    }
}
