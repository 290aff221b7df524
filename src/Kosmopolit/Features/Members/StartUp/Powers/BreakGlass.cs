using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Clock;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.StartUp.Powers;

/// <summary>Why an operator must act in a network, and for how long.</summary>
public sealed class GlassInput
{
    [Required(ErrorMessage = "Say why: every member reads it.")]
    [PlainText(500)]
    public string? Reason { get; set; }

    [Range(1, BreakGlass.MostHours, ErrorMessage = "Choose between 1 and 72 hours.")]
    public int Hours { get; set; } = 4;
}

/// <summary>
/// An operator takes a coordinator's rights in an emergency: for a reason, for some hours, with every member told by
/// mail in the same write. There is no quiet way.
/// </summary>
public sealed class BreakGlass(KosmopolitDb db, SiteAddress site, TimeProvider clock)
{
    public const int MostHours = 72;

    public async Task<Refusal?> Run(Me me, Network network, GlassInput input, CancellationToken ct = default)
    {
        if (me.AccountId is not { } account || !me.CanBreakGlass(network))
            return new Refusal("Only operators may do this, and only in a network that is not closed.");
        var reason = PlainText.Clean(input.Reason);
        if (reason.Length == 0)
            return new Refusal("Say why: every member reads it.", nameof(input.Reason));
        if (input.Hours is < 1 or > MostHours)
            return new Refusal("Choose between 1 and 72 hours.", nameof(input.Hours));
        var now = clock.GetUtcNow();
        if (await db.Set<BrokenGlass>().AnyAsync(g => g.NetworkId == network.Id && g.AccountId == account && g.Until > now, ct))
            return new Refusal("You have these rights already. They end by themselves.");
        var mandate = new Mandate(account, Role.Coordinator, network.Id, now, "Operator in an emergency", now.AddHours(input.Hours));
        var glass = new BrokenGlass(mandate, reason);
        db.AddRange(mandate, glass);
        await Tell(network, glass, ct);
        return await db.Save(new Refusal("Somebody else changed this at the same moment."), ct);
    }

    /// <summary>Gives the rights back before they end by themselves.</summary>
    public async Task<Refusal?> GiveBack(Me me, Network network, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var account = me.AccountId;
        var open = await db.Set<BrokenGlass>()
            .Where(g => g.NetworkId == network.Id && g.AccountId == account && g.Until > now)
            .ToListAsync(ct);
        foreach (var glass in open)
        {
            glass.End(now);
            (await db.Set<Mandate>().SingleAsync(m => m.Id == glass.MandateId, ct)).End(now);
        }
        return await db.Save(new Refusal("Somebody else changed this at the same moment."), ct);
    }

    private Task Tell(Network network, BrokenGlass glass, CancellationToken ct) =>
        MembersMail.Write(db, network, (reader, t) => Letter(network, glass, reader, t), clock.GetUtcNow(), ct);

    private Letter Letter(Network network, BrokenGlass glass, ReaderLanguage reader, Texts t) =>
        new(
            reader,
            t["An operator acts in {0}", network.Name],
            [
                t[
                    "Somebody who runs this installation has taken a coordinator’s rights in {0}, until {1} Swedish time. They give this reason:",
                    network.Name,
                    SwedishTime.Of(glass.Until).ToString("d MMMM HH:mm", reader.Culture)
                ],
                glass.Reason,
                t["Everything they open or change is written down, and you can read it."],
            ],
            t["Read what they do"],
            site[Links.With($"/networks/{network.Slug}/powers", reader)]
        );
}
