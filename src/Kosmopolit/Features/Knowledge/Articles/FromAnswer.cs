using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>An answer that helped, laid out as a text for a member to go over: it is published by them, not by itself.</summary>
public sealed class FromAnswer(KosmopolitDb db, Me me)
{
    /// <returns>Null unless the answer was accepted under a question that everyone may read.</returns>
    public async Task<ArticleInput?> Read(Guid id, CancellationToken ct = default) =>
        await Accepted(db, me, id)
            .Join(
                db.Set<Question>().VisibleTo(me).Where(q => q.Reach == Reach.Public),
                a => a.QuestionId,
                q => q.Id,
                (a, q) =>
                    new ArticleInput
                    {
                        Country = q.Country,
                        Topic = q.Topic,
                        Language = a.Language,
                        Title = q.Title,
                        Text = a.Text,
                    }
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>The answer, when it helped whoever asked in public and its words are still there.</summary>
    public static IQueryable<Answer> Accepted(KosmopolitDb db, Me me, Guid id) =>
        db.Set<Answer>()
            .VisibleTo(db, me)
            .Where(a => a.Id == id && a.EmptiedAt == null && db.Set<Acceptance>().Any(x => x.AnswerId == id))
            .Where(a => db.Set<Question>().VisibleTo(me).Any(q => q.Id == a.QuestionId && q.Reach == Reach.Public));
}
