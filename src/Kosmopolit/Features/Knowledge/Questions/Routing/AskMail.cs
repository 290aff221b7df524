using Kosmopolit.Features.Knowledge.Questions.Replies;
using Kosmopolit.Features.Members;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Routing;

/// <summary>Writes to whoever was asked, when they want mail: what, why them, and that a reply is enough.</summary>
public sealed class AskMail(KosmopolitDb db, SiteAddress site, AskMailStop stop, ReplyAddress replies, WhyYou why)
{
    /// <summary>Writes the mail that is due longest; false when none is.</summary>
    public async Task<bool> WriteNext(DateTimeOffset now, CancellationToken ct)
    {
        var ask = await db.Set<Ask>().Where(a => a.MailDueAt <= now).OrderBy(a => a.MailDueAt).FirstOrDefaultAsync(ct);
        if (ask is null)
            return false;
        ask.Mailed(now);
        var account = await db.Set<Account>()
            .Where(a => db.Set<Member>().Any(m => m.Id == ask.MemberId && m.AccountId == a.Id))
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
        var isStopped = await db.Set<NoticeMailStopped>().AnyAsync(s => s.MemberId == ask.MemberId, ct);
        if (account?.Email is { Length: > 0 } email && !isStopped && ask.Waits)
        {
            // Whether they may read it is asked now, not when they were asked.
            var reader = await WhoAmI.Load(db, account.Id, now);
            var question = await db.Set<Question>().VisibleTo(reader).AsNoTracking().SingleOrDefaultAsync(q => q.Id == ask.QuestionId, ct);
            if (question is { State: QuestionState.Open, EmptiedAt: null })
            {
                var t = new Texts(ReaderLanguage.Find(account.Language) ?? ReaderLanguage.Swedish);
                db.Add(Write(ask, question, await why.Say(ask, question, reader, t, ct), email, t, now));
            }
        }
        await db.Save(QuestionRaces.Meanwhile, ct);
        return true;
    }

    private OutgoingMail Write(Ask ask, Question question, string because, string email, Texts t, DateTimeOffset now)
    {
        var reader = t.Language;
        var isPublic = question.Reach == Reach.Public;
        var address = replies.For(ask, now);
        string[] paragraphs =
        [
            // Only what everyone may read travels through foreign mail servers.
            isPublic ? t["Somebody asks: {0}", question.Title] : t["A member asks something that you may know. Log in to read."],
            isPublic ? question.Body : "",
            // What fits is the reader's own, and where it was asked they know.
            because,
            address.Length > 0
                ? t["You can answer by replying to this mail. Your name stands beside your answer as your page shows it."]
                : "",
            t["You are asked at most twice a week. You can choose less, or pass this one on."],
        ];
        var letter = new Letter(reader, isPublic ? t["Do you know this? {0}", question.Title] : t["A question for you"], paragraphs)
        {
            Choices =
            [
                (isPublic ? t["Read and answer"] : t["Log in and read"], site[Links.With($"/questions/{question.Id}", reader)]),
                (t["Not me: pass it on"], site[Links.With($"/me/asked/{ask.Id}", reader)]),
                (t["How often I am asked"], site[Links.With("/me/asked", reader)]),
                (t["No more such mails"], site[Links.With(stop.PageFor(ask.MemberId), reader)]),
            ],
        };
        return letter.To(email, now, now.AddDays(5)).AnsweredTo(address).EndedAt(site[stop.PostFor(ask.MemberId)]);
    }
}
