using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Answers;

public sealed class EditAnswerInput
{
    [Required(ErrorMessage = "Write something first.")]
    [PlainText(QuestionMapping.MostText)]
    public string? Text { get; set; }
}

/// <summary>The author makes an answer better; what it said before stays readable.</summary>
public sealed class EditAnswer(KosmopolitDb db, Me me, TimeProvider clock)
{
    public async Task<Refusal?> Run(Guid id, EditAnswerInput input, CancellationToken ct = default)
    {
        var answer = await db.Set<Answer>().VisibleTo(db, me).Include(a => a.Versions).SingleOrDefaultAsync(a => a.Id == id, ct);
        if (answer is null)
            return new Refusal("This answer is not here.") { Kind = RefusalKind.Gone };
        if (answer.AuthorId != me.MemberId)
            return new Refusal("You change only what you said yourself.") { Kind = RefusalKind.NotYours };
        var question = await db.Set<Question>().VisibleTo(me).AsNoTracking().SingleAsync(q => q.Id == answer.QuestionId, ct);
        if (question.Takes() is { } closed)
            return closed;
        return answer.Change(PlainText.CleanLines(input.Text), clock.GetUtcNow()) is { } refusal
            ? refusal
            : await db.Save(QuestionRaces.Meanwhile, ct);
    }
}
