using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Clock;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Routing;

/// <summary>
/// Asks one member, unless they were asked often enough, are away, or cannot read it. Whatever happens at the same moment, the
/// database gives each number of a member's asks to one of them; the other counts again.
/// </summary>
public sealed class AskOne(IServiceScopeFactory scopes)
{
    /// <summary>How often it counts again; whoever loses this often is much in demand and left in peace.</summary>
    private const int Tries = 5;

    /// <returns>Whether they were asked, by this or at the same moment by another.</returns>
    public async Task<bool> Run(Question question, Knower knower, RouteStep step, DateTimeOffset now, CancellationToken ct)
    {
        for (var i = 0; i < Tries; i++)
        {
            // A unit of work of its own: what is lost here must not take along what the caller keeps.
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<KosmopolitDb>();
            var asked = await db.Set<Ask>()
                .Where(a => a.MemberId == knower.Member)
                .Select(a => new
                {
                    a.At,
                    a.Number,
                    a.QuestionId,
                    a.Reason,
                    a.PassedAt,
                })
                .ToListAsync(ct);
            if (asked.Any(a => a.QuestionId == question.Id))
                return true;
            var wishes = await db.Set<AskWishes>().AsNoTracking().SingleOrDefaultAsync(w => w.MemberId == knower.Member, ct);
            wishes ??= new AskWishes(knower.Member);
            var recent = asked.Count(a => a.At > now - Ask.Span);
            var isBusy = asked.Any(a => a.Reason == PassReason.NoTime && a.PassedAt > now - Ask.Span);
            if (recent >= wishes.PerWeek || isBusy || wishes.IsAway(SwedishTime.Today(now)))
                return false;
            if (!await Reads(db, question, knower, ct))
                return false;
            var ask = new Ask(question, knower, asked.Select(a => a.Number).DefaultIfEmpty().Max() + 1, step, now);
            ask.MailAt(wishes.MailDue(now));
            db.Add(ask);
            db.Add(AskNotices.Of(ask, now));
            if (await db.Save(QuestionRaces.Meanwhile, ct) is null)
                return true;
        }
        return false;
    }

    /// <summary>Who is away, or reads no word of it, is not asked: a question that cannot be read only weighs.</summary>
    private static async Task<bool> Reads(KosmopolitDb db, Question question, Knower knower, CancellationToken ct)
    {
        var person = await db.Set<Member>()
            .Where(m => m.Id == knower.Member && m.AccountId != null && m.Memberships.Any(s => s.EndedAt == null))
            .Select(m => new
            {
                Time = m.Availability.Value,
                Own = db.Set<Account>().Where(a => a.Id == m.AccountId).Select(a => a.Language).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(ct);
        if (person is null || person.Time == Availability.Away)
            return false;
        var language = Primary(question.Language);
        return question.NamedId == knower.Member
            || language == "und"
            || Primary(person.Own ?? "") == language
            || knower.Reads.Any(r => Primary(r) == language);
    }

    private static string Primary(string tag) => tag.Split('-')[0];
}
