using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Answers;

/// <summary>The asker says which answer helped.</summary>
public sealed class AcceptAnswer(KosmopolitDb db, Me me, TimeProvider clock)
{
    /// <param name="id">The question.</param>
    /// <param name="answer">One of its answers.</param>
    public async Task<Refusal?> Run(Guid id, Guid answer, CancellationToken ct = default)
    {
        if (await db.Set<Question>().VisibleTo(me).SingleOrDefaultAsync(q => q.Id == id, ct) is not { } question)
            return new Refusal("This question is not here.") { Kind = RefusalKind.Gone };
        if (!me.IsAsker(question))
            return new Refusal("Only whoever asked can say which answer helped.") { Kind = RefusalKind.NotYours };
        if (!await db.Set<Answer>().AnyAsync(a => a.Id == answer && a.QuestionId == id, ct))
            return new Refusal("Choose one of the answers to this question.", "Answer");
        return await Accept(question, answer, me.MemberId, ct);
    }

    /// <summary>The same by the link of a mail, for a question of a visitor, whom no account knows.</summary>
    public async Task<Refusal?> ByVisitor(Guid id, Guid answer, CancellationToken ct = default)
    {
        var question = await db.Set<Question>().VisibleTo(Me.Visitor).SingleOrDefaultAsync(q => q.Id == id && q.AskerId == null, ct);
        if (question is null || !await db.Set<Answer>().AnyAsync(a => a.Id == answer && a.QuestionId == id && a.EmptiedAt == null, ct))
            return new Refusal("This question is not here.") { Kind = RefusalKind.Gone };
        return await Accept(question, answer, null, ct);
    }

    private async Task<Refusal?> Accept(Question question, Guid answer, Guid? by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (question.Settle(by, now) is { } refusal)
            return refusal;
        if (await db.Set<Acceptance>().SingleOrDefaultAsync(a => a.QuestionId == question.Id, ct) is not { } known)
            db.Add(new Acceptance(question.Id, answer, by, now));
        else if (known.AnswerId != answer)
            known.Move(answer, by, now);
        return await db.Save(QuestionRaces.Meanwhile, ct);
    }
}
