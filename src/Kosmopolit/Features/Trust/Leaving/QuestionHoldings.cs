using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Knowledge.Questions.Outcomes;
using Kosmopolit.Features.Knowledge.Questions.Replies;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Knowledge.Questions.Visitors;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Trust.Leaving;

/// <summary>
/// What is kept of somebody who asked and answered. Words of which they said that they may stay do so, without a name;
/// the others go, and an empty place says so where somebody else answered them.
/// </summary>
internal static class QuestionHoldings
{
    public static IEnumerable<Holding> All =>
        [
            Holdings.Row<Question>("AskerId", w => q => q.AskerId == w.Member, t => t["Questions you asked"], Fate.Emptied),
            Holdings.Row<Question>(
                "NamedId",
                w => q => q.NamedId == w.Member,
                t => t["Questions to you alone"],
                Fate.Stays,
                t => t["They belong to whoever asked; only a number is left of you."]
            ),
            Holdings.Row<QuestionChange>(
                "ById",
                w => c => c.ById == w.Member,
                null,
                Fate.Stays,
                t => t["When a question was answered or closed; only a number is left of you."]
            ),
            Holdings.Row<Answer>("AuthorId", w => a => a.AuthorId == w.Member, t => t["Answers you gave"], Fate.Emptied),
            Holdings.Row<Acceptance>(
                "ById",
                w => a => a.ById == w.Member,
                t => t["Answers that helped you"],
                Fate.Stays,
                t => t["That an answer helped belongs to the one who gave it; only a number is left of you."]
            ),
            Holdings.Row<Comment>("AuthorId", w => c => c.AuthorId == w.Member, t => t["Comments on questions and answers"], Fate.Goes),
            Holdings.Row<Thanks>("MemberId", w => x => x.MemberId == w.Member, t => t["Answers you thanked for"], Fate.Goes),
            Holdings.Row<PendingReply>(
                "MemberId",
                w => p => p.MemberId == w.Member,
                t => t["Answers by mail that wait for your word"],
                Fate.Goes
            ),
            Holdings.Row<Ask>("MemberId", w => a => a.MemberId == w.Member, t => t["Questions that were brought to you"], Fate.Goes),
            Holdings.Row<AskWishes>("MemberId", w => x => x.MemberId == w.Member, t => t["How you want to be asked"], Fate.Goes),
            Holdings.Row<VisitorQuestion>(
                "Email",
                w => v => v.NormalizedEmail == w.NormalizedEmail && w.NormalizedEmail != "",
                t => t["Questions you asked without signing in"],
                Fate.Goes
            ),
        ];

    /// <summary>Takes the words away that may not stay, and what was told about them.</summary>
    public static async Task Empty(KosmopolitDb db, Whom whom, DateTimeOffset now, CancellationToken ct)
    {
        if (whom.Member is not { } member)
            return;
        foreach (
            var question in await db.Set<Question>()
                .Where(q => q.AskerId == member && (!q.MayStay || q.Reach == Reach.NamedPerson))
                .ToListAsync(ct)
        )
            question.Empty(now);
        foreach (
            var answer in await db.Set<Answer>().Include(a => a.Versions).Where(a => a.AuthorId == member && !a.MayStay).ToListAsync(ct)
        )
            answer.Empty(now);
        var told = db.Set<FollowUp>();
        foreach (
            var outcome in await told.Where(f => db.Set<Question>().Any(q => q.Id == f.QuestionId && q.AskerId == member && !q.MayStay))
                .ToListAsync(ct)
        )
            outcome.Empty();
    }
}
