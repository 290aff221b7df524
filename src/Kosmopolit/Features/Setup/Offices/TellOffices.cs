using Kosmopolit.Features.Members.StartUp.Powers;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Setup.Offices;

/// <summary>
/// Tells whoever was given an office, and the members of a network who guides them from now on: nobody comes into a network
/// without its members hearing of it.
/// </summary>
public sealed class TellOffices(SiteAddress site, TimeProvider clock) : Subscriber
{
    public override string Name => "tell-offices";

    public override bool Wants(string kind) => kind == nameof(OfficeGiven);

    public override async Task Handle(KosmopolitDb db, LoggedEvent happened, CancellationToken ct)
    {
        if (happened.As<OfficeGiven>() is not { } given)
            return;
        var mandate = await db.Set<Mandate>().SingleOrDefaultAsync(m => m.Id == given.MandateId, ct);
        var account = mandate is null ? null : await db.Users.SingleOrDefaultAsync(a => a.Id == mandate.AccountId, ct);
        if (mandate is null || account is null)
            return;
        var now = clock.GetUtcNow();
        if (account.Id != given.ById && await OfficeBook.Find(db, mandate.Role, mandate.Scope, ct) is { } office)
            db.Add(OfficeMail.Given(account, office, mandate.Reason, site, now));
        if (mandate.Role == Role.Facilitator && await Guided(db, mandate, ct) is { } network)
            await MembersMail.Write(db, network, (reader, t) => OfNewGuide(network, mandate, reader, t), now, ct);
    }

    private static Task<Network?> Guided(KosmopolitDb db, Mandate mandate, CancellationToken ct) =>
        db.Networks.VisibleTo(Me.Visitor).SingleOrDefaultAsync(n => n.Id == mandate.Scope, ct);

    private Letter OfNewGuide(Network network, Mandate mandate, ReaderLanguage reader, Texts t) =>
        new(
            reader,
            t["Somebody new guides the start of {0}", network.Name],
            [
                t[
                    "Whoever runs this installation has appointed somebody who guides the start of {0} with you. The reason that was given:",
                    network.Name
                ],
                mandate.Reason,
            ],
            t["See who may do what here"],
            site[Links.With($"/networks/{network.Slug}/powers", reader)]
        );
}
