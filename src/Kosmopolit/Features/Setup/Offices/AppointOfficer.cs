using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Setup.Offices;

/// <summary>Who gets which office, and why.</summary>
public sealed class OfficerInput
{
    /// <summary>Key of an <see cref="Office"/>.</summary>
    [Required(ErrorMessage = "Choose an office.")]
    [StringLength(100, ErrorMessage = "Choose an office.")]
    public string? Office { get; set; }

    [Required(ErrorMessage = "Write their e-mail address.")]
    [StringLength(254, ErrorMessage = "An e-mail address has at most 254 characters.")]
    [EmailAddress(ErrorMessage = "This does not look like an e-mail address. It needs an @ and no spaces.")]
    public string? Email { get; set; }

    [Required(ErrorMessage = "Say why in a sentence: it stands beside the office.")]
    [PlainText(500)]
    public string? Why { get; set; }
}

/// <summary>
/// An operator gives an office that nobody is elected to. Operators take turns: two who end each other at once do not leave the
/// installation without one, and nobody is given an office twice.
/// </summary>
public sealed class AppointOfficer(KosmopolitDb db, OfficeBook book, SiteAddress site, Texts texts, TimeProvider clock)
{
    private static readonly Refusal Meanwhile = new("Somebody else changed this at the same moment.");

    private static readonly Refusal Ended = new("This office is no longer held.") { Kind = RefusalKind.Gone };

    public async Task<Refusal?> Run(Me me, OfficerInput input, CancellationToken ct = default)
    {
        if (me.AccountId is not { } self || !me.CanGiveOffices())
            return new Refusal("This page is not here.") { Kind = RefusalKind.Gone };
        return await db.InOneTransaction(() => Give(self, input, ct), ct);
    }

    /// <summary>Takes an office back. The last operator stays: nobody could give the office again.</summary>
    public async Task<Refusal?> End(Me me, Guid mandate, CancellationToken ct = default) =>
        me.CanGiveOffices() ? await db.InOneTransaction(() => End(mandate, ct), ct) : Ended;

    private async Task<Refusal?> Give(Guid self, OfficerInput input, CancellationToken ct)
    {
        await TakeTurn(ct);
        if ((await book.Offices(ct)).FirstOrDefault(o => o.Key == input.Office) is not { } office)
            return new Refusal("Choose an office.", nameof(input.Office));
        var (now, email) = (clock.GetUtcNow(), input.Email!.Trim());
        var account = await db.AccountOf(email, texts.Language.Tag, now, ct);
        var held = await book.Held(ct);
        if (held.Any(h => h.Office == office && h.Account == account.Id))
            return new Refusal("They hold this office already.", nameof(input.Email));
        // Whoever runs the installation does not also step in beside somebody who guides: that has its own way, with an end.
        if (office.Role == Role.Facilitator && account.Id == self && held.Any(h => h.Office == office))
            return new Refusal(
                "Somebody guides this network already. Appoint another person, or end that office first.",
                nameof(input.Email)
            );
        var mandate = new Mandate(account.Id, office.Role, office.ScopeId, now, PlainText.Clean(input.Why));
        db.Add(mandate);
        db.Record(new OfficeGiven(mandate.Id, self));
        return await db.Save(Meanwhile, ct);
    }

    private async Task<Refusal?> End(Guid mandate, CancellationToken ct)
    {
        await TakeTurn(ct);
        var all = await book.Held(ct);
        if (all.FirstOrDefault(h => h.Mandate == mandate) is not { } held)
            return Ended;
        if (held.Office.Role == Role.Operator && all.Count(h => h.Office.Role == Role.Operator) < 2)
            return new Refusal("You are the only operator. Appoint somebody else first.");
        var now = clock.GetUtcNow();
        (await db.Set<Mandate>().SingleAsync(m => m.Id == mandate, ct)).End(now);
        db.Add(OfficeMail.Ended(await db.Users.SingleAsync(a => a.Id == held.Account, ct), held.Office, site, now));
        return await db.Save(Meanwhile, ct);
    }

    private Task<int> TakeTurn(CancellationToken ct) =>
        db.Set<Installation>().ExecuteUpdateAsync(s => s.SetProperty(i => i.Name, i => i.Name), ct);
}
