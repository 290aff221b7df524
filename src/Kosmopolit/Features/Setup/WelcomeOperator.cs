using System.Net;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Setup;

/// <summary>Writes to the new operator: the first proof that mail works.</summary>
public sealed class WelcomeOperator(TimeProvider clock) : Subscriber
{
    public override string Name => "welcome-operator";

    public override bool Wants(string kind) => kind == nameof(InstallationSetUp);

    public override async Task Handle(KosmopolitDb db, LoggedEvent happened, CancellationToken ct)
    {
        if (happened.As<InstallationSetUp>() is not { } setUp)
            return;
        var account = await db.Users.SingleOrDefaultAsync(a => a.Id == setUp.OperatorId, ct);
        if (account is null)
            return;
        var language = ReaderLanguage.Find(setUp.Language) ?? ReaderLanguage.English;
        var t = new Texts(language);
        var subject = t["Your Kosmopolit installation is set up"];
        var text = t["This mail shows that sending works. You sign in with this address; a code is sent to it each time."];
        db.Add(
            new OutgoingMail(
                account.Email!,
                subject,
                text + "\n",
                MailShell.Wrap(language, subject, $"<p>{WebUtility.HtmlEncode(text)}</p>"),
                language.Tag,
                clock.GetUtcNow()
            )
        );
    }
}
