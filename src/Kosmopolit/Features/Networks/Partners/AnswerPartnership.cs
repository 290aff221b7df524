using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Networks.Partners;

/// <summary>An adviser's yes with a contact and an offer, or no with a reason; also the end, by either side.</summary>
public sealed class PartnerAnswer
{
    public Guid Partnership { get; set; }

    /// <summary><c>accept</c>, <c>decline</c> or <c>end</c>.</summary>
    [StringLength(10)]
    public string? Verb { get; set; }

    [PlainText(200)]
    [Display(Name = "Whom does the network turn to?")]
    public string? Contact { get; set; }

    [PlainText(1000)]
    [Display(Name = "What do you offer the network?")]
    public string? Offer { get; set; }

    [PlainText(500)]
    [Display(Name = "Why? The other side reads this.")]
    public string? Why { get; set; }
}

public sealed class AnswerPartnership(KosmopolitDb db, Me me, PartnerMail mail, TimeProvider clock, Texts texts)
{
    private static readonly Refusal NotYours = new("Only an adviser of the organisation answers for it.");

    private static readonly Refusal AtOnce = new("Somebody else decided this at the same moment.");

    public async Task<Refusal?> Run(PartnerAnswer input, CancellationToken ct = default)
    {
        if (await Load(input.Partnership, ct) is not var (partnership, network, organisation) || me.AccountId is not { } account)
            return NotYours;
        var (why, now) = (PlainText.Clean(input.Why), clock.GetUtcNow());
        if (input.Verb == "end")
            return await End(partnership, network, organisation, why, account, ct);
        if (!me.CanAnswerFor(organisation.Id))
            return NotYours;
        if (input.Verb == "decline")
        {
            if (why.Length == 0)
                return new Refusal("Say why in a sentence: the other side reads it.", nameof(input.Why));
            if (partnership.Decline(why, account, now) is { } refusal)
                return refusal;
            await mail.TellNetwork(network, t => t["{0} says no", organisation.Name], t => t["They write why:"], why, ct);
            return await Store(ct);
        }
        var (contact, offer) = (PlainText.Clean(input.Contact), PlainText.Clean(input.Offer));
        if (contact.Length == 0)
            return new Refusal("Name somebody whom the network can turn to.", nameof(input.Contact));
        if (offer.Length == 0)
            return new Refusal("Write in a sentence what you offer.", nameof(input.Offer));
        if (partnership.Accept(contact, offer, texts.Language.Tag, account, now) is { } no)
            return no;
        await mail.TellNetwork(
            network,
            t => t["{0} supports {1}", organisation.Name, network.Name],
            t => t["They have said yes. Contact: {0}. They offer:", contact],
            offer,
            ct
        );
        return await Store(ct);
    }

    private async Task<Refusal?> End(
        Partnership partnership,
        Network network,
        PartnerOrganisation organisation,
        string why,
        Guid account,
        CancellationToken ct
    )
    {
        var (forNetwork, forPartner) = (me.CanRun(network), me.CanAnswerFor(organisation.Id));
        if (!forNetwork && !forPartner)
            return NotYours;
        if (partnership.State == PartnershipState.Running && why.Length == 0)
            return new Refusal("Say why in a sentence: the other side reads it.", nameof(PartnerAnswer.Why));
        if (partnership.End(why, account, clock.GetUtcNow()) is { } refusal)
            return refusal;
        if (forNetwork)
            await mail.TellAdvisers(organisation, t => t["{0} ends the cooperation", network.Name], t => t["They write why:"], why, ct);
        else
            await mail.TellNetwork(network, t => t["{0} ends the cooperation", organisation.Name], t => t["They write why:"], why, ct);
        return await Store(ct);
    }

    private async Task<(Partnership, Network, PartnerOrganisation)?> Load(Guid id, CancellationToken ct)
    {
        if (await db.Partnerships.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } partnership)
            return null;
        var network = await db.Networks.VisibleTo(me).AsNoTracking().SingleOrDefaultAsync(n => n.Id == partnership.NetworkId, ct);
        var organisation = await db.Partners.AsNoTracking().SingleAsync(o => o.Id == partnership.OrganisationId, ct);
        return network is null ? null : (partnership, network, organisation);
    }

    private async Task<Refusal?> Store(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return AtOnce;
        }
    }
}
