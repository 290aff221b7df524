using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Members.Listing;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Removals;

public sealed class RemovalInput
{
    [Required(ErrorMessage = "Say why in a sentence: the person reads it.")]
    [PlainText(1000)]
    public string? Reason { get; set; }
}

/// <summary>Two people in office end a membership; the person reads why and may ask the members.</summary>
public sealed class RemoveMember(KosmopolitDb db, Me me, GovernmentMail mail, TimeProvider clock)
{
    /// <param name="membership">Names nobody: also somebody who shows themself to no one can be put out.</param>
    public async Task<Refusal?> Propose(Network network, Guid membership, RemovalInput input, CancellationToken ct = default)
    {
        if (me.AccountId is not { } account || !me.CanGovern(network))
            return new Refusal("Only coordinators propose a removal.");
        var member = await db
            .Memberships.RunBy(me, network)
            .Where(m => m.Id == membership && m.EndedAt == null)
            .Select(m => (Guid?)m.MemberId)
            .SingleOrDefaultAsync(ct);
        if (member is not { } id)
            return new Refusal("This membership has ended already.");
        if (id == me.MemberId)
            return new Refusal("To leave yourself, use your own page.");
        db.Add(new Removal(network.Id, id, PlainText.CleanLines(input.Reason), account, clock.GetUtcNow()));
        await mail.ToOfficers(network, $"/networks/{network.Slug}/removals", t => Ask(t, network), ct);
        return await Save(new Refusal("This person’s removal has been proposed already."), ct);
    }

    public async Task<Refusal?> Second(Network network, Guid id, CancellationToken ct = default)
    {
        var removal = await Find(network, id, ct);
        if (removal is null || me.AccountId is not { } account || !me.CanSecond(network) || removal.MemberId == me.MemberId)
            return new Refusal("Another coordinator or a deputy must agree.");
        var now = clock.GetUtcNow();
        if (removal.Second(account, now) is { } refusal)
            return refusal;
        var member = await db.Set<Member>().Include(m => m.Memberships).SingleAsync(m => m.Id == removal.MemberId, ct);
        foreach (var membership in member.Memberships.Where(m => m.NetworkId == network.Id && m.EndedAt is null))
            membership.End(now);
        var offices = db.Set<Mandate>()
            .Where(m => m.AccountId == member.AccountId && m.Scope == network.Id && (m.Until == null || m.Until > now));
        foreach (var office in await offices.ToListAsync(ct))
            office.End(now);
        await mail.ToMember(member.Id, $"/me/removals/{removal.Id}", t => Tell(t, network, removal), ct);
        return await Save(new Refusal("Somebody else decided this at the same moment."), ct);
    }

    public async Task<Refusal?> Drop(Network network, Guid id, CancellationToken ct = default)
    {
        var removal = await Find(network, id, ct);
        if (removal is null || me.AccountId is not { } account || !me.CanSecond(network))
            return new Refusal("Only those in office drop this.");
        return removal.Drop(account, "", clock.GetUtcNow()) is { } refusal
            ? refusal
            : await Save(new Refusal("Somebody else decided this at the same moment."), ct);
    }

    private Task<Removal?> Find(Network network, Guid id, CancellationToken ct) =>
        db.Set<Removal>().Include(r => r.Steps).SingleOrDefaultAsync(r => r.Id == id && r.NetworkId == network.Id, ct);

    private static Message Ask(Platform.Language.Texts t, Network network) =>
        new(
            t["A removal in {0} needs a second person", network.Name],
            [t["A coordinator proposes to end somebody’s membership. Read the reason and say whether you agree."]],
            t["Read and decide"]
        );

    private static Message Tell(Platform.Language.Texts t, Network network, Removal removal) =>
        new(
            t["Your membership in {0} has ended", network.Name],
            [
                t["Two people in office ended your membership in {0}. They write:", network.Name],
                removal.Reason,
                t["You may ask the members to decide, within thirty days. Your page and what you told stay yours."],
            ],
            t["Read it and ask the members"]
        );

    private async Task<Refusal?> Save(Refusal otherwise, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            return otherwise;
        }
    }
}
