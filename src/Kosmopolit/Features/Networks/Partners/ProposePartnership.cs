using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Networks.Partners;

/// <summary>Which organisation, or which office of one, and what for.</summary>
public sealed class ProposalInput
{
    /// <summary>Key of an organisation or of one of its offices.</summary>
    public Guid? Partner { get; set; }

    [PlainText(1000)]
    [Display(Name = "What do you hope for?")]
    public string? Wish { get; set; }
}

/// <summary>Those who run a network ask an organisation to support it.</summary>
public sealed class ProposePartnership(KosmopolitDb db, Me me, PartnerMail mail, TimeProvider clock)
{
    public async Task<Refusal?> Run(Network network, ProposalInput input, CancellationToken ct = default)
    {
        if (me.AccountId is not { } account || !me.CanRun(network))
            return new Refusal("Only those who run the network do this.");
        var organisation = await db
            .Partners.Include(o => o.Offices)
            .SingleOrDefaultAsync(o => o.Id == input.Partner || o.Offices.Any(f => f.Id == input.Partner && f.ClosedAt == null), ct);
        if (organisation is null)
            return new Refusal("Choose an organisation from the list.", nameof(input.Partner));
        var office = organisation.Id == input.Partner ? null : input.Partner;
        var wish = PlainText.Clean(input.Wish);
        db.Add(new Partnership(network.Id, organisation.Id, office, wish, account, clock.GetUtcNow()));
        await mail.TellAdvisers(
            organisation,
            t => t["{0} asks for your support", network.Name],
            t =>
                t[
                    "Those who run {0} would like {1} to support the network. You see nothing of its members by it.",
                    network.Name,
                    organisation.Name
                ],
            wish,
            ct
        );
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            return new Refusal("There is an open proposal or a cooperation with this organisation already.", nameof(input.Partner));
        }
    }
}
