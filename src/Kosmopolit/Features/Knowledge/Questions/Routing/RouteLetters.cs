using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks.Partners;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Routing;

/// <summary>Writes to advisers of organisations that support the asker's network, once nobody else has answered. Only about what everyone may read.</summary>
public sealed class RouteLetters(KosmopolitDb db, SiteAddress site)
{
    /// <returns>Whether there was an adviser to write to.</returns>
    public async Task<bool> ToAdvisers(Question question, DateTimeOffset now, CancellationToken ct)
    {
        if (question.Reach != Reach.Public)
            return false;
        var supporters = db.Partnerships.Where(p => p.State == PartnershipState.Running);
        if (question.AskerId is { } asker)
            supporters = supporters.Where(p =>
                db.Set<Membership>().Any(m => m.MemberId == asker && m.NetworkId == p.NetworkId && m.EndedAt == null)
            );
        var accounts = await db.Set<Mandate>()
            .Where(m => m.Role == Role.Adviser && m.From <= now && (m.Until == null || m.Until > now))
            .Where(m => supporters.Any(p => p.OrganisationId == m.Scope))
            .Join(db.Set<Account>(), m => m.AccountId, a => a.Id, (m, a) => new { a.Email, a.Language })
            .Distinct()
            .Take(QuestionRoute.Few)
            .ToListAsync(ct);
        foreach (var account in accounts.Where(a => a.Email is { Length: > 0 }))
            db.Add(
                Write(question, ReaderLanguage.Find(account.Language) ?? ReaderLanguage.Swedish).To(account.Email!, now, now.AddDays(14))
            );
        return accounts.Count > 0;
    }

    private Letter Write(Question question, ReaderLanguage reader)
    {
        var t = new Texts(reader);
        return new Letter(
            reader,
            t["A question waits for somebody who knows"],
            [
                t["Somebody in a network that you support asks: {0}", question.Title],
                question.Body,
                t["Members were asked and have not answered. Do you know, or know whom to ask?"],
            ],
            t["See the question"],
            site[Links.With($"/questions/{question.Id}", reader)]
        );
    }
}
