using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Claims;

/// <summary>
/// Whoever answered stands for their words in the text that took them up, on the basis they had: they themselves, when they want to. Whoever
/// answered without a name stays without one.
/// </summary>
public sealed class OwnAnswer(KosmopolitDb db, Me me)
{
    /// <summary>The form as they would fill it in; null unless the answer is the reader's own and the text took it up.</summary>
    public async Task<(VoiceInput Input, bool IsUnnamed)?> Read(Article article, Guid id, CancellationToken ct = default)
    {
        var answer = await db.Set<Answer>()
            .VisibleTo(db, me)
            .AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == id && a.AuthorId == me.MemberId && a.EmptiedAt == null, ct);
        if (answer is null || !await TakenAnswers.Taking(db, me, id).AnyAsync(a => a.Id == article.Id, ct))
            return null;
        var input = new VoiceInput { Passage = Standing(article.Text, answer.Text) };
        // A pen name says a basis and no more; the years of a profile would say who it is.
        if (answer.IsUnnamed)
            input.Basis = [.. OneTap.Said(answer.PenBasis).Each()];
        else if (await OneTap.Markets(db, me).AsNoTracking().FirstOrDefaultAsync(m => m.Country == article.Country, ct) is { } known)
            (input.Basis, input.From, input.Until, input.LastYear) = (
                [.. OneTap.Said(known.Basis).Each()],
                known.FromYear,
                known.UntilYear,
                known.LastContactYear
            );
        return (input, answer.IsUnnamed);
    }

    /// <summary>
    /// Why a name cannot stand beside these words: they came into the text with an answer, or after it, that the member gave without one. What
    /// stood there before is anybody's.
    /// </summary>
    internal static async Task<Refusal?> RefusesName(KosmopolitDb db, Me me, Guid article, string passage, CancellationToken ct)
    {
        var unnamed = db.Set<Answer>().Where(a => a.AuthorId == me.MemberId && a.IsUnnamed);
        // The first version of a text that grew out of an answer is the answer.
        var grown = db.Set<Article>().Where(a => a.Id == article && unnamed.Any(x => x.Id == a.AnswerId));
        var taken = await db.Set<ArticleVersion>()
            .Where(v => v.ArticleId == article)
            .Where(v => unnamed.Any(a => a.Id == v.AnswerId) || (v.Number == 1 && grown.Any()))
            .OrderBy(v => v.Number)
            .Select(v => (int?)v.Number)
            .FirstOrDefaultAsync(ct);
        if (taken is not { } number)
            return null;
        var before = await db.Set<ArticleVersion>()
            .Where(v => v.ArticleId == article && v.Number == number - 1)
            .Select(v => v.Text)
            .SingleOrDefaultAsync(ct);
        // The text as a whole holds the answer, whatever stood there before.
        return passage.Length > 0 && before is not null && Quoted.From(before, passage) is not null
            ? null
            : new Refusal(
                "You answered this without your name, and the text leads to your answer. Leave your name out here as well.",
                nameof(VoiceInput.ShowsName)
            );
    }

    // The whole answer, or its first paragraph that still stands there as it was written.
    private static string Standing(string text, string answer) =>
        answer
            .Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Prepend(answer.Trim())
            .Select(words => words.Length <= ClaimMapping.MostPassage ? Quoted.From(text, words) : null)
            .FirstOrDefault(words => words is { Length: > 0 })
        ?? "";
}
