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

/// <summary>An operator gives an office that nobody is elected to, and whoever gets it is told by mail.</summary>
public sealed class AppointOfficer(KosmopolitDb db, OfficeBook book, SiteAddress site, Texts texts, TimeProvider clock)
{
    public async Task<Refusal?> Run(Me me, OfficerInput input, CancellationToken ct = default)
    {
        if (!me.CanGiveOffices())
            return new Refusal("This page is not here.") { Kind = RefusalKind.Gone };
        if ((await book.Offices(ct)).FirstOrDefault(o => o.Key == input.Office) is not { } office)
            return new Refusal("Choose an office.", nameof(input.Office));
        var (now, email) = (clock.GetUtcNow(), input.Email!.Trim());
        var account = await db.AccountOf(email, texts.Language.Tag, now, ct);
        var (role, scope) = (office.Role, office.ScopeId);
        var holds = db.Set<Mandate>()
            .AnyAsync(
                m => m.AccountId == account.Id && m.Role == role && m.Scope == scope && m.From <= now && (m.Until == null || m.Until > now),
                ct
            );
        if (await holds)
            return new Refusal("They hold this office already.", nameof(input.Email));
        var why = PlainText.Clean(input.Why);
        db.Add(new Mandate(account.Id, role, scope, now, why));
        db.Add(OfficeMail.Given(account, office, why, site, now));
        return await db.Save(new Refusal("Somebody else changed this at the same moment."), ct);
    }

    /// <summary>Takes an office back. The last operator stays: nobody could give the office again.</summary>
    public async Task<Refusal?> End(Me me, Guid mandate, CancellationToken ct = default)
    {
        if (!me.CanGiveOffices() || (await book.Held(ct)).FirstOrDefault(h => h.Mandate == mandate) is not { } held)
            return new Refusal("This office is no longer held.") { Kind = RefusalKind.Gone };
        if (held.Office.Role == Role.Operator && (await book.Held(ct)).Count(h => h.Office.Role == Role.Operator) < 2)
            return new Refusal("You are the only operator. Appoint somebody else first.");
        var now = clock.GetUtcNow();
        var row = await db.Set<Mandate>().SingleAsync(m => m.Id == mandate, ct);
        row.End(now);
        db.Add(OfficeMail.Ended(await db.Users.SingleAsync(a => a.Id == row.AccountId, ct), held.Office, site, now));
        return await db.Save(new Refusal("Somebody else changed this at the same moment."), ct);
    }
}
