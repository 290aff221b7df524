using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Knowledge.Questions.Answers;

/// <summary>Whether whoever answered is still in the circle that the question was written for.</summary>
internal static class StillReading
{
    /// <summary>
    /// Answers whose authors still read the question, and so can take back what they allowed. It says of an author what
    /// <see cref="QuestionAccess"/> says of the reader.
    /// </summary>
    public static IQueryable<Answer> ReadByAuthors(this IQueryable<Answer> answers, KosmopolitDb db)
    {
        var (questions, memberships) = (db.Set<Question>(), db.Memberships);
        return answers.Where(a =>
            questions.Any(q =>
                q.Id == a.QuestionId
                && (
                    q.AskerId == a.AuthorId
                    || (
                        q.State != QuestionState.Withdrawn
                        && (
                            q.Reach == Reach.Public
                            || (
                                q.Reach == Reach.Network
                                && memberships.Any(m => m.MemberId == a.AuthorId && m.NetworkId == q.NetworkId && m.EndedAt == null)
                            )
                            || (q.Reach == Reach.NamedPerson && q.NamedId == a.AuthorId)
                            || q.Asks.Any(x => x.MemberId == a.AuthorId && x.Step == RouteStep.Neighbours && x.PassedAt == null)
                        )
                    )
                )
            )
        );
    }
}
