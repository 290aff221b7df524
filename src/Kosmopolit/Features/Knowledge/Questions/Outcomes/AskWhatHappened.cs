using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Knowledge.Questions.Visitors;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Outcomes;

/// <summary>A month after the first answer the asker is asked, once and by mail, what came of it.</summary>
public sealed class AskWhatHappened(KosmopolitDb db, OutcomeTicket tickets, SiteAddress site, TimeProvider clock)
{
    public static readonly TimeSpan After = TimeSpan.FromDays(30);

    /// <summary>Whoever was away for long is not asked about old stories.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromDays(60);

    /// <summary>Asks about the next question that is due; false when none is.</summary>
    public async Task<bool> Next(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (due, tooLate) = (now - After, now - After - Late);
        var question = await db.Set<Question>()
            .Where(q => q.State == QuestionState.Open || q.State == QuestionState.Answered)
            .Where(q => q.EmptiedAt == null && !db.Set<FollowUp>().Any(f => f.QuestionId == q.Id))
            .Where(q => db.Set<Answer>().Any(a => a.QuestionId == q.Id && a.AuthorId != q.AskerId && a.AnsweredAt <= due))
            .Where(q => db.Set<Answer>().Any(a => a.QuestionId == q.Id && a.AuthorId != q.AskerId && a.AnsweredAt > tooLate))
            .OrderBy(q => q.AskedAt)
            .AsNoTracking()
            .FirstOrDefaultAsync(ct);
        if (question is null)
            return false;
        var followUp = new FollowUp(question.Id);
        followUp.Ask(now);
        db.Add(followUp);
        if (await Asker(question, ct) is var (email, tag) && email.Length > 0)
            db.Add(Write(question, ReaderLanguage.Find(tag) ?? ReaderLanguage.Swedish).To(email, now, now.AddDays(14)));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another node asked at the same moment.
            db.ChangeTracker.Clear();
        }
        return true;
    }

    private async Task<(string Email, string Language)> Asker(Question question, CancellationToken ct)
    {
        if (question.AskerId is null)
        {
            var visitor = await db.Set<VisitorQuestion>().AsNoTracking().SingleOrDefaultAsync(v => v.QuestionId == question.Id, ct);
            return (visitor?.Email ?? "", visitor?.Language ?? "");
        }
        var account = await db.Set<Account>()
            .Where(a => db.Set<Member>().Any(m => m.Id == question.AskerId && m.AccountId == a.Id))
            .Select(a => new { a.Email, a.Language })
            .SingleOrDefaultAsync(ct);
        return (account?.Email ?? "", account?.Language ?? "");
    }

    private Letter Write(Question question, ReaderLanguage reader)
    {
        var t = new Texts(reader);
        return new Letter(
            reader,
            t["What happened then?"],
            [
                // Only what everyone may read travels through foreign mail servers.
                question.Reach == Reach.Public
                    ? t["A month ago somebody answered your question “{0}”.", question.Title]
                    : t["A month ago somebody answered a question of yours."],
                t["Did it help? One tap is enough; a word about what happened helps the next one who asks."],
            ]
        )
        {
            Choices =
            [
                (t["It helped"], Link(Help.Helped)),
                (t["It helped partly"], Link(Help.Partly)),
                (t["It did not help"], Link(Help.No)),
            ],
        };
        string Link(Help help) => site[Links.With(tickets.PathFor(question.Id, help), reader)];
    }
}
