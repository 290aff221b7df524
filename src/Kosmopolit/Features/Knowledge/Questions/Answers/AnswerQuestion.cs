using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Answers;

/// <summary>An answer as it is written down.</summary>
public sealed class AnswerInput
{
    [Required(ErrorMessage = "Write something first.")]
    [PlainText(QuestionMapping.MostText)]
    public string? Text { get; set; }

    /// <summary>BCP 47 tag of the language it is written in.</summary>
    [StringLength(35)]
    public string? Language { get; set; }

    /// <summary>How it is signed: <c>name</c>, <c>member</c>, or the key of one of the author's own market rows.</summary>
    [StringLength(36)]
    public string? SignedAs { get; set; }

    /// <summary>The words may stay, without a name, when the author leaves.</summary>
    public bool MayStay { get; set; }
}

/// <summary>Somebody who knows answers, in their own name or as somebody who knows.</summary>
public sealed class AnswerQuestion(KosmopolitDb db, Me me, Atlas atlas, TimeProvider clock)
{
    /// <summary>Answers of one member to one question; more belongs into one of them.</summary>
    public const int MostEach = 5;

    public const string AsName = "name";
    public const string AsMember = "member";

    public async Task<Outcome<Answer>> Run(Guid id, AnswerInput input, CancellationToken ct = default)
    {
        if (await db.Set<Question>().VisibleTo(me).AsNoTracking().SingleOrDefaultAsync(q => q.Id == id, ct) is not { } question)
            return new Refusal("This question is not here.") { Kind = RefusalKind.Gone };
        if (me.MemberId is not { } self || !me.CanAsk())
            return new Refusal("Members of a network answer here.") { Kind = RefusalKind.NotYours };
        if (question.Takes() is { } closed)
            return closed;
        if (PlainText.CleanLines(input.Text) is not { Length: > 0 } text)
            return new Refusal("Write something first.", nameof(input.Text));
        if (await db.Set<Answer>().CountAsync(a => a.QuestionId == id && a.AuthorId == self, ct) >= MostEach)
            return new Refusal("You have answered this {0} times. Change one of your answers instead.", null, MostEach);
        var (pen, refusal) = await Signed(input, ct);
        if (refusal is not null)
            return refusal;
        var language = atlas.Language(PlainText.Clean(input.Language))?.Tag ?? "und";
        var answer = new Answer(id, self, (text, language), pen, clock.GetUtcNow());
        answer.Leave(input.MayStay);
        db.Add(answer);
        await db.SaveChangesAsync(ct);
        return answer;
    }

    private async Task<(PenName? Pen, Refusal? Refusal)> Signed(AnswerInput input, CancellationToken ct)
    {
        if (input.SignedAs is null or "" or AsName)
            return (null, null);
        if (input.SignedAs == AsMember)
            return (PenName.Plain, null);
        var market = Guid.TryParse(input.SignedAs, out var key)
            ? await db.Members.Own(me).SelectMany(m => m.Markets).AsNoTracking().SingleOrDefaultAsync(k => k.Id == key, ct)
            : null;
        return market is null
            ? (null, new Refusal("Choose from the list.", nameof(input.SignedAs)))
            : (PenName.From(market, clock.GetUtcNow().Year), null);
    }
}
