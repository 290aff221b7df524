using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Answers;

public sealed class CommentInput
{
    /// <summary>The answer it stands beside; null beside the question.</summary>
    public Guid? Answer { get; set; }

    [Required(ErrorMessage = "Write something first.")]
    [PlainText(AnswerMapping.MostComment)]
    public string? Text { get; set; }
}

/// <summary>A member asks back or adds a word, or takes their word back.</summary>
public sealed class CommentOn(KosmopolitDb db, Me me, Texts texts, TimeProvider clock)
{
    /// <summary>Comments of one member beside one question in a day.</summary>
    public const int MostADay = 20;

    public async Task<Refusal?> Run(Guid id, CommentInput input, CancellationToken ct = default)
    {
        if (await db.Set<Question>().VisibleTo(me).AsNoTracking().SingleOrDefaultAsync(q => q.Id == id, ct) is not { } question)
            return new Refusal("This question is not here.") { Kind = RefusalKind.Gone };
        if (me.MemberId is not { } self || !me.CanAsk())
            return new Refusal("Members of a network answer here.") { Kind = RefusalKind.NotYours };
        if (!me.CanComment(question))
            return question.Takes();
        if (PlainText.CleanLines(input.Text) is not { Length: > 0 } text)
            return new Refusal("Write something first.", nameof(input.Text));
        if (input.Answer is { } answer && !await db.Set<Answer>().AnyAsync(a => a.Id == answer && a.QuestionId == id, ct))
            return new Refusal("This answer is not here.") { Kind = RefusalKind.Gone };
        var now = clock.GetUtcNow();
        var yesterday = now.AddDays(-1);
        if (await db.Set<Comment>().CountAsync(c => c.QuestionId == id && c.AuthorId == self && c.MadeAt > yesterday, ct) >= MostADay)
            return new Refusal("You have said much here today. Give others a day to read it.");
        db.Add(new Comment(id, input.Answer, self, (text, texts.Language.Tag), now));
        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task<Refusal?> TakeBack(Guid question, Guid id, CancellationToken ct = default)
    {
        var comment =
            me.MemberId is { } self && await db.Set<Question>().VisibleTo(me).AnyAsync(q => q.Id == question, ct)
                ? await db.Set<Comment>().SingleOrDefaultAsync(c => c.Id == id && c.QuestionId == question && c.AuthorId == self, ct)
                : null;
        if (comment is null)
            return new Refusal("You take back only what you said yourself.") { Kind = RefusalKind.NotYours };
        comment.Withdraw(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return null;
    }
}
