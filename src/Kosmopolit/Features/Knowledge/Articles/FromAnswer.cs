using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>A text that an answer may be added to.</summary>
/// <param name="IsSameTopic">Whether it is about the topic asked about, too.</param>
public sealed record PossibleText(string Slug, string Title, string Language, string Topic, bool IsSameTopic);

/// <summary>
/// An answer that helped, laid out as a text or as a passage of one for a member to go over: it is published by them, not by itself. What was
/// asked in a narrower circle is there only while whoever asked and whoever answered both agree.
/// </summary>
public sealed class FromAnswer(KosmopolitDb db, Me me)
{
    private const int Most = 30;

    internal static readonly Refusal NotEveryones = new(
        "This answer is not for everyone to read: it was changed, taken back, or one of the two who agreed no longer does. Take its words out."
    )
    {
        Kind = RefusalKind.Meanwhile,
    };

    internal static readonly Refusal AboutOther = new("This answer is about something else. Choose a text about what was asked.");

    /// <summary>Whoever answered without a name does not sign it here either: the version would tell who it was.</summary>
    internal static Writer Signed(Writer writer, Answer answer) =>
        writer with
        {
            Answer = answer.Id,
            ShowsName = writer.ShowsName && !(answer.IsUnnamed && answer.AuthorId == writer.Member),
        };

    /// <param name="question">The question it must belong to; null for any.</param>
    /// <returns>Null unless the answer was accepted and may be read by everyone.</returns>
    public async Task<ArticleInput?> Read(Guid id, Guid? question = null, CancellationToken ct = default) =>
        await Accepted(db, me, id)
            .Where(a => question == null || a.QuestionId == question)
            .Join(
                db.Set<Question>().VisibleTo(me),
                a => a.QuestionId,
                q => q.Id,
                (a, q) =>
                    new ArticleInput
                    {
                        Country = q.Country,
                        Topic = q.Topic,
                        Language = a.Language,
                        // Only the answer was let go, not what was asked.
                        Title = q.Reach == Reach.Public ? q.Title : "",
                        Text = a.Text,
                    }
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>Published texts of the country asked about, those of its topic and in the answer's language first.</summary>
    public async Task<IReadOnlyList<PossibleText>> Texts(ArticleInput from, CancellationToken ct = default)
    {
        var (country, topic, language) = (from.Country ?? "", from.Topic ?? "", from.Language ?? "");
        var texts = db.Set<Article>()
            .VisibleTo(me)
            .Where(a => a.State == ArticleState.Published || a.State == ArticleState.NeedsReview)
            .Where(a => a.Country == country && (country != "" || a.Topic == topic));
        var rows = await texts
            .OrderByDescending(a => a.Topic == topic)
            .ThenByDescending(a => a.Language == language)
            .ThenBy(a => a.Title)
            .ThenBy(a => a.Id)
            .Take(Most)
            .Select(a => new
            {
                Root = a.OriginalId ?? a.Id,
                Text = new PossibleText(a.Slug, a.Title, a.Language, a.Topic, a.Topic == topic),
            })
            .ToListAsync(ct);
        // A text that there is in the answer's language needs no other version here.
        return
        [
            .. rows.Where(r => r.Text.Language == language || !rows.Any(o => o.Root == r.Root && o.Text.Language == language))
                .Select(r => r.Text),
        ];
    }

    /// <summary>Whether a text is about what was asked: the same country, or the same topic where none was named.</summary>
    internal static Task<bool> Fits(KosmopolitDb db, Me me, Answer answer, Article article, CancellationToken ct) =>
        db.Set<Question>()
            .VisibleTo(me)
            .AnyAsync(
                q => q.Id == answer.QuestionId && q.Country == article.Country && (article.Country != "" || q.Topic == article.Topic),
                ct
            );

    /// <summary>The answer, when it helped whoever asked, its words are still there, and everyone may read them.</summary>
    public static IQueryable<Answer> Accepted(KosmopolitDb db, Me me, Guid id) =>
        Told(db, id)
            .Where(a => db.Set<Question>().VisibleTo(me).Any(q => q.Id == a.QuestionId) && db.Set<Acceptance>().Any(x => x.AnswerId == id));

    /// <summary>
    /// The answer, if its words may stand where everyone reads: asked in public, or both agreed to them as they are and whoever answered
    /// can still take it back.
    /// </summary>
    public static IQueryable<Answer> Told(KosmopolitDb db, Guid id) =>
        db.Set<Answer>()
            .Where(a => a.Id == id && a.EmptiedAt == null)
            .Where(a =>
                db.Set<Question>().Any(q => q.Id == a.QuestionId && q.Reach == Reach.Public)
                || (
                    db.Set<Answer>().ReadByAuthors(db).Any(x => x.Id == a.Id)
                    && db.Set<AnswerRelease>()
                        .Any(r =>
                            r.AnswerId == a.Id && r.AskerAt >= (a.ChangedAt ?? a.AnsweredAt) && r.AuthorAt >= (a.ChangedAt ?? a.AnsweredAt)
                        )
                )
            );
}
