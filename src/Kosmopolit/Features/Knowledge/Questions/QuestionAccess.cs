using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Knowledge.Questions;

/// <summary>Who reads a question, and with it everything said about it; and who may do what.</summary>
public static class QuestionAccess
{
    /// <summary>A question taken back is there for its asker alone; the others for the circle it was written for.</summary>
    public static IQueryable<Question> VisibleTo(this IQueryable<Question> questions, Me me)
    {
        var (self, networks) = (me.MemberId, me.Networks);
        return questions.Where(q =>
            (q.AskerId != null && q.AskerId == self)
            || (
                q.State != QuestionState.Withdrawn
                && (
                    q.Reach == Reach.Public
                    || (q.Reach == Reach.Network && q.NetworkId != null && networks.Contains(q.NetworkId.Value))
                    || (q.Reach == Reach.NamedPerson && q.NamedId != null && q.NamedId == self)
                    // The asker let it go on: the neighbours who were asked read it, until they pass it on.
                    || q.Asks.Any(a => a.MemberId == self && a.Step == RouteStep.Neighbours && a.PassedAt == null)
                )
            )
        );
    }

    /// <summary>Answers and comments have the audience of their question.</summary>
    public static IQueryable<Answer> VisibleTo(this IQueryable<Answer> answers, KosmopolitDb db, Me me) =>
        answers.Where(a => db.Set<Question>().VisibleTo(me).Any(q => q.Id == a.QuestionId));

    /// <summary>Members ask at once; everyone else asks in public and confirms by mail.</summary>
    public static bool CanAsk(this Me me) => me.MemberId is not null && me.IsMember;

    public static bool CanAnswer(this Me me, Question question) => me.CanAsk() && question.TakesAnswers;

    /// <summary>A closed question may still be talked about.</summary>
    public static bool CanComment(this Me me, Question question) =>
        me.CanAsk() && question.State != QuestionState.Withdrawn && question.EmptiedAt is null;

    public static bool IsAsker(this Me me, Question question) => me.MemberId is not null && question.AskerId == me.MemberId;

    public static bool CanAccept(this Me me, Question question) => me.IsAsker(question) && question.TakesAnswers;

    public static bool CanWithdraw(this Me me, Question question) => me.IsAsker(question) && question.TakesAnswers;

    public static bool CanEdit(this Me me, Answer answer, Question question) =>
        me.MemberId is not null && answer.AuthorId == me.MemberId && question.TakesAnswers && answer.EmptiedAt is null;

    /// <summary>Nobody thanks themselves.</summary>
    public static bool CanThank(this Me me, Answer answer) => me.CanAsk() && answer.AuthorId != me.MemberId && answer.EmptiedAt is null;

    public static bool CanTell(this Me me, Question question) => me.IsAsker(question) && question.State != QuestionState.Withdrawn;
}
