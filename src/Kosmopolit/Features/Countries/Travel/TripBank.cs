using Kosmopolit.Features.Activities.Trips.Debriefs;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Countries.Travel;

/// <summary>Brings trips and the bank together, by the verbs that the bank has for everybody.</summary>
internal sealed class TripBank(KosmopolitDb db, Me me, SpeakUp speak, BeginArticle begin, ChangeArticle change) : BankCheck
{
    private static readonly Refusal Gone = new("This text is not there any more.") { Kind = RefusalKind.Gone };

    public override async Task<IReadOnlyList<TextToCheck>> Texts(IReadOnlyList<Guid> texts, CancellationToken ct)
    {
        var articles = await db.Set<Article>()
            .VisibleTo(me)
            .Where(a => texts.Contains(a.Id))
            .AsNoTracking()
            .ToDictionaryAsync(a => a.Id, ct);
        var claims = await db.Set<Claim>()
            .VisibleTo(db, me)
            .Standing()
            .Where(c => texts.Contains(c.ArticleId))
            .OrderBy(c => c.MadeAt)
            .ThenBy(c => c.Id)
            .Select(c => new
            {
                c.Id,
                c.ArticleId,
                c.Passage,
                Said = c.Voices.Where(v => v.MemberId == me.MemberId).Select(v => (bool?)v.IsFor).FirstOrDefault(),
            })
            .ToListAsync(ct);
        var byText = claims.ToLookup(c => c.ArticleId, c => new ClaimToCheck(c.Id, c.Passage, c.Said));
        return
        [
            .. texts
                .Where(articles.ContainsKey)
                .Select(id => articles[id])
                .Select(a => new TextToCheck(a.Id, a.Title, $"/knowledge/{a.Slug}", a.Language, [.. byText[a.Id]])),
        ];
    }

    public override Task<Refusal?> Speak(Guid claim, bool isFor, string reason, TripGround ground, CancellationToken ct) =>
        speak.SeenThere(claim, isFor, Voice(ground, reason), ct);

    public override async Task<Outcome<string>> Take(LessonForBank lesson, TripGround ground, CancellationToken ct)
    {
        // What would be refused once the words are stored is refused before.
        if (lesson is { ShowsName: true, Into: { } named } && await OwnAnswer.RefusesName(db, me, named, lesson.Text, ct) is { } unnamed)
            return unnamed;
        var (article, refusal) = lesson.Into is { } into ? await Add(into, lesson, ct) : await Begin(lesson, ct);
        if (article is null)
            return refusal ?? Gone;
        var voice = Voice(ground, "");
        (voice.Passage, voice.ShowsName) = (lesson.Into is null ? "" : lesson.Text, lesson.ShowsName);
        // The words are in the bank, whoever stands for them: a refusal here would have them sent once more.
        await speak.Mark(article.Slug, voice, ct);
        return $"/knowledge/{article.Slug}";
    }

    private async Task<Outcome<Article>> Begin(LessonForBank lesson, CancellationToken ct) =>
        await begin.Run(
            new ArticleInput
            {
                Country = lesson.Country,
                Topic = lesson.Topic,
                Language = lesson.Language,
                Title = lesson.Title,
                Text = lesson.Text,
                ShowsName = lesson.ShowsName,
                Do = "publish",
            },
            original: null,
            ct: ct
        );

    private async Task<Outcome<Article>> Add(Guid into, LessonForBank lesson, CancellationToken ct)
    {
        var article = await db.Set<Article>().VisibleTo(me).AsNoTracking().SingleOrDefaultAsync(a => a.Id == into, ct);
        if (article is null)
            return Gone;
        // A press that came twice adds nothing again.
        if (article.Text.Contains(lesson.Text, StringComparison.Ordinal))
            return article;
        var input = ArticleInput.Of(article, isUpToDate: false);
        input.Text = $"{article.Text.TrimEnd()}\n\n{lesson.Text}";
        (input.Why, input.ShowsName) = (lesson.Title, lesson.ShowsName);
        return await change.Run(article.Slug, input, ct) is { } refusal ? refusal : article;
    }

    private static VoiceInput Voice(TripGround ground, string reason) =>
        new()
        {
            Basis = [ground.Basis],
            From = ground.Year,
            Until = ground.Year,
            LastYear = ground.Year,
            Place = ground.Place,
            Reason = reason,
        };
}
