using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Joining;

/// <summary>The mails of joining, each in its reader's language. They are stored with the write that causes them.</summary>
public sealed class JoiningMail(KosmopolitDb db, SiteAddress site, TimeProvider clock, Texts texts)
{
    /// <param name="language">BCP 47 tag; unknown ones fall back to the inviter's.</param>
    /// <returns>The mail, so that it can be taken back while it waits.</returns>
    public OutgoingMail Invite(string address, Network network, string token, string? language)
    {
        var reader = ReaderLanguage.Find(language) ?? texts.Language;
        var t = new Texts(reader);
        var letter = new Letter(
            reader,
            t["You are invited to {0}", network.Name],
            [
                t["{0} is a network of entrepreneurs who know other countries. One of them invites you.", network.Name],
                t["Joining takes about four minutes on a phone. You choose who sees what."],
                t["The link works once, for thirty days. If you do not know what this is about, do nothing."],
            ],
            t["Open the invitation"],
            site[Links.With($"/invitations/{token}", reader)]
        );
        var mail = letter.To(address, clock.GetUtcNow(), clock.GetUtcNow() + Invitation.Lifetime);
        db.Add(mail);
        return mail;
    }

    /// <summary>Tells everyone who may decide; who asks is read on the page, not in a mail.</summary>
    public async Task TellDeciders(Network network, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var role = network.Stage == Stage.Independent ? Role.Coordinator : Role.Facilitator;
        var accounts = await db.Set<Mandate>()
            .Where(m =>
                m.Scope == network.Id
                && (m.Role == role || m.Role == Role.Coordinator)
                && m.From <= now
                && (m.Until == null || m.Until > now)
            )
            .Join(db.Users, m => m.AccountId, a => a.Id, (m, a) => new { a.Email, a.Language })
            .Distinct()
            .ToListAsync(ct);
        foreach (var account in accounts)
        {
            var reader = ReaderLanguage.Find(account.Language) ?? texts.Language;
            var t = new Texts(reader);
            db.Add(
                new Letter(
                    reader,
                    t["Somebody wants to join {0}", network.Name],
                    [t["Somebody has answered the questions and waits for your yes or no."]],
                    t["Look at the request"],
                    site[Links.With($"/networks/{network.Slug}/requests", reader)]
                ).To(account.Email!, now)
            );
        }
    }

    public async Task TellApplicant(Member member, Network network, Decision decision, string reason, CancellationToken ct)
    {
        var account = await db.Users.SingleOrDefaultAsync(a => a.Id == member.AccountId, ct);
        if (account is null)
            return;
        var reader = ReaderLanguage.Find(account.Language) ?? texts.Language;
        var t = new Texts(reader);
        var letter =
            decision == Decision.Accepted
                ? new Letter(
                    reader,
                    t["Welcome to {0}", network.Name],
                    [t["You are a member now. Look around, and see your page as others see it."]],
                    t["Open my page"],
                    site[Links.With("/me", reader)]
                )
                : new Letter(
                    reader,
                    t["About your request to {0}", network.Name],
                    [
                        t["{0} did not take you in this time. They write:", network.Name],
                        reason,
                        t["What you told is still yours; nobody finds it. You can erase it or ask another network."],
                    ],
                    t["Open my page"],
                    site[Links.With("/me", reader)]
                );
        db.Add(letter.To(account.Email!, clock.GetUtcNow()));
    }
}
