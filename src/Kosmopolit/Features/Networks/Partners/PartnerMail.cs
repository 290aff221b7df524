using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Networks.Partners;

/// <summary>Tells the other side of a cooperation, in each reader's language, with the write that causes it.</summary>
public sealed class PartnerMail(KosmopolitDb db, SiteAddress site, TimeProvider clock)
{
    public async Task TellAdvisers(
        PartnerOrganisation organisation,
        Func<Texts, string> subject,
        Func<Texts, string> words,
        string quoted,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var offices = db.Set<Mandate>()
            .Where(m => m.Role == Role.Adviser && m.Scope == organisation.Id && m.From <= now && (m.Until == null || m.Until > now));
        var advisers = await db.Users.Where(a => offices.Any(m => m.AccountId == a.Id)).ToListAsync(ct);
        Send(advisers, subject, words, quoted, $"/partners/{organisation.Slug}");
    }

    public async Task TellNetwork(
        Network network,
        Func<Texts, string> subject,
        Func<Texts, string> words,
        string quoted,
        CancellationToken ct
    ) => Send(await db.WhoRuns(network, clock.GetUtcNow()).ToListAsync(ct), subject, words, quoted, $"/networks/{network.Slug}/partners");

    private void Send(List<Account> to, Func<Texts, string> subject, Func<Texts, string> words, string quoted, string path)
    {
        foreach (var account in to)
        {
            var reader = ReaderLanguage.Find(account.Language) ?? ReaderLanguage.Swedish;
            var t = new Texts(reader);
            var letter = new Letter(reader, subject(t), [words(t), quoted], t["Open the page"], site[Links.With(path, reader)]);
            db.Add(letter.To(account.Email!, clock.GetUtcNow()));
        }
    }
}
