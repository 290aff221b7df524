using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment;

/// <summary>What one mail says, in its reader's language.</summary>
public sealed record Message(string Subject, IReadOnlyList<string> Paragraphs, string Action);

/// <summary>The mails of self-government. They are stored with the write that causes them.</summary>
public sealed class GovernmentMail(KosmopolitDb db, SiteAddress site, TimeProvider clock)
{
    /// <summary>To everybody who is a member now.</summary>
    /// <param name="path">Where the one link leads, from the root.</param>
    public Task ToMembers(Network network, string path, Func<Texts, Message> write, CancellationToken ct) =>
        Send(
            db.Set<Member>().Where(m => m.Memberships.Any(s => s.NetworkId == network.Id && s.EndedAt == null)).Select(m => m.AccountId),
            path,
            write,
            ct
        );

    /// <summary>To those who hold an office in the network now.</summary>
    public Task ToOfficers(Network network, string path, Func<Texts, Message> write, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return Send(
            db.Set<Mandate>()
                .Where(m =>
                    m.Scope == network.Id
                    && (m.Role == Role.Coordinator || m.Role == Role.Deputy)
                    && m.From <= now
                    && (m.Until == null || m.Until > now)
                )
                .Select(m => (Guid?)m.AccountId),
            path,
            write,
            ct
        );
    }

    public Task ToMember(Guid member, string path, Func<Texts, Message> write, CancellationToken ct) =>
        Send(db.Set<Member>().Where(m => m.Id == member).Select(m => m.AccountId), path, write, ct);

    private async Task Send(IQueryable<Guid?> accounts, string path, Func<Texts, Message> write, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var readers = await db.Users.Where(a => accounts.Contains(a.Id)).Select(a => new { a.Email, a.Language }).ToListAsync(ct);
        foreach (var reader in readers)
        {
            var language = ReaderLanguage.Find(reader.Language) ?? ReaderLanguage.Swedish;
            var message = write(new Texts(language));
            var letter = new Letter(language, message.Subject, message.Paragraphs, message.Action, site[Links.With(path, language)]);
            db.Add(letter.To(reader.Email!, now));
        }
    }
}
