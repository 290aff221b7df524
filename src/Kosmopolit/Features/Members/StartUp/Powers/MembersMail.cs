using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.StartUp.Powers;

/// <summary>Tells every member of a network what somebody from outside may do there.</summary>
public static class MembersMail
{
    /// <param name="letter">The letter in a reader's language.</param>
    public static async Task Write(
        KosmopolitDb db,
        Network network,
        Func<ReaderLanguage, Texts, Letter> letter,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var accounts = await db
            .Memberships.Where(m => m.NetworkId == network.Id && m.EndedAt == null)
            .Join(db.Set<Member>(), m => m.MemberId, m => m.Id, (_, m) => m.AccountId)
            .Join(db.Users, id => id, a => (Guid?)a.Id, (_, a) => new { a.Email, a.Language })
            .Distinct()
            .ToListAsync(ct);
        foreach (var account in accounts)
        {
            var reader = ReaderLanguage.Find(account.Language) ?? ReaderLanguage.Swedish;
            db.Add(letter(reader, new Texts(reader)).To(account.Email!, now));
        }
    }
}
