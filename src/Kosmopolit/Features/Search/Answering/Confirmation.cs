using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Search.Asking;
using Kosmopolit.Features.Search.Experts;
using Kosmopolit.Features.Search.Facts;
using Kosmopolit.Features.Search.Index;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Search;
using Kosmopolit.Platform.Ui.Markup;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Search.Answering;

/// <summary>
/// Reads what is shown of a page's hits from the database, one query per kind, for this very reader. The index only
/// proposes: what the database does not confirm is dropped, so an index that lags shows nothing that was hidden since.
/// </summary>
public sealed class Confirmation(KosmopolitDb db, Atlas atlas, ExpertReading experts)
{
    internal async Task<IReadOnlyList<Hit>> Of(
        IReadOnlyList<FoundHolder> page,
        Reading reading,
        Criteria criteria,
        Me me,
        CancellationToken ct
    )
    {
        var people = await People(Ids(page, Kinds.Person), me, ct);
        var deeds = await experts.Deeds(people.Values, criteria.Countries, me, ct);
        var firms = await Firms(Ids(page, Kinds.Firm), me, ct);
        var networks = await Networks(Ids(page, Kinds.Network), me, ct);
        var articles = await Articles(Ids(page, Kinds.Article), me, ct);
        var questions = await Questions(Ids(page, Kinds.Question), me, ct);
        var activities = await Activities(Ids(page, Kinds.Activity), me, ct);
        return
        [
            .. page.Select(found =>
                    found switch
                    {
                        { Kind: Kinds.Country, Key: { } key } when atlas.Country(key) is { } country => new Hit(
                            Kinds.Country,
                            null,
                            country.Alpha2,
                            Reasons.Of(country, criteria)
                        ),
                        { Kind: Kinds.Person, Id: { } id } when people.TryGetValue(id, out var person) => Of(
                            person,
                            deeds[id],
                            reading,
                            criteria
                        ),
                        { Kind: Kinds.Firm, Id: { } id } when firms.TryGetValue(id, out var firm) => Of(firm, reading, criteria),
                        { Kind: Kinds.Network, Id: { } id } when networks.TryGetValue(id, out var network) => Of(network, reading),
                        { Kind: Kinds.Article, Id: { } id } when articles.TryGetValue(id, out var article) => Of(
                            article,
                            reading,
                            criteria
                        ),
                        { Kind: Kinds.Question, Id: { } id } when questions.TryGetValue(id, out var asked) => Of(asked, reading, criteria),
                        { Kind: Kinds.Activity, Id: { } id } when activities.TryGetValue(id, out var activity) => Of(
                            activity,
                            reading,
                            criteria
                        ),
                        _ => null,
                    }
                )
                .OfType<Hit>(),
        ];
    }

    private static List<Guid> Ids(IReadOnlyList<FoundHolder> page, string kind) =>
        [.. page.Where(h => h.Kind == kind).Select(h => h.Id).OfType<Guid>()];

    private async Task<Dictionary<Guid, PersonView>> People(List<Guid> ids, Me me, CancellationToken ct) =>
        ids.Count == 0
            ? []
            : (await db.Members.VisibleTo(me).Where(s => ids.Contains(s.Member.Id)).ToViews(db, me, ct)).ToDictionary(p => p.Id);

    private async Task<Dictionary<Guid, FirmView>> Firms(List<Guid> ids, Me me, CancellationToken ct) =>
        ids.Count == 0
            ? []
            : (await db.Firms.VisibleTo(db.Memberships, me).Where(s => ids.Contains(s.Firm.Id)).ToViews(db, me, ct)).ToDictionary(f =>
                f.Id
            );

    private async Task<Dictionary<Guid, Network>> Networks(List<Guid> ids, Me me, CancellationToken ct) =>
        ids.Count == 0
            ? []
            : await db.Networks.AsNoTracking().VisibleTo(me).Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);

    private async Task<Dictionary<Guid, Article>> Articles(List<Guid> ids, Me me, CancellationToken ct) =>
        ids.Count == 0
            ? []
            : await db.Set<Article>().AsNoTracking().VisibleTo(me).Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);

    private async Task<Dictionary<Guid, (Question Row, Answer? Helped)>> Questions(List<Guid> ids, Me me, CancellationToken ct)
    {
        if (ids.Count == 0)
            return [];
        var rows = await db.Set<Question>()
            .VisibleTo(me)
            .Where(q => ids.Contains(q.Id))
            .Select(q => new
            {
                Question = q,
                Helped = db.Set<Acceptance>()
                    .Where(x => x.QuestionId == q.Id)
                    .Join(db.Set<Answer>(), x => x.AnswerId, a => a.Id, (x, a) => a)
                    .FirstOrDefault(),
            })
            .AsNoTracking()
            .ToListAsync(ct);
        return rows.ToDictionary(r => r.Question.Id, r => (r.Question, (Answer?)r.Helped));
    }

    private async Task<Dictionary<Guid, Activity>> Activities(List<Guid> ids, Me me, CancellationToken ct) =>
        ids.Count == 0
            ? []
            : await db.Set<Activity>().AsNoTracking().VisibleTo(db, me).Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);

    private static Hit Of(Activity activity, Reading reading, Criteria criteria)
    {
        var about = Reasons.Of(activity.Country, "", criteria);
        var (why, passage) = WithWords(about, activity.Title, [new(activity.Text, activity.Language)], reading);
        return new Hit(Kinds.Activity, activity.Id, activity.Id.ToString(), why, passage?.Snippet) { Activity = activity };
    }

    private static Hit Of((Question Row, Answer? Helped) asked, Reading reading, Criteria criteria)
    {
        var (question, helped) = asked;
        List<SearchText> texts = [new(helped?.Text ?? "", helped?.Language ?? ""), new(question.Body, question.Language)];
        var about = Reasons.Of(question.Country, question.Topic, criteria);
        var (why, passage) = WithWords(about, question.Title, texts, reading);
        return new Hit(Kinds.Question, question.Id, question.Id.ToString(), why, passage?.Snippet)
        {
            Question = question,
            Place = passage is { Source: 0 } ? $"#a{helped!.Id:N}" : "",
        };
    }

    private static Hit Of(PersonView person, IEnumerable<Evidence> deeds, Reading reading, Criteria criteria)
    {
        List<SearchText> texts =
        [
            new(person.Offer ?? "", person.OfferLanguage),
            .. person.Markets.Select(m => new SearchText(m.Note, m.NoteLanguage)),
        ];
        var (why, passage) = WithWords(
            [.. Reasons.Of(person, criteria), .. deeds.Select(d => new WhyDeeds(d))],
            person.Name,
            texts,
            reading
        );
        return new Hit(Kinds.Person, person.Id, person.Slug, why, passage?.Snippet) { Person = person };
    }

    private static Hit Of(FirmView firm, Reading reading, Criteria criteria)
    {
        var (why, passage) = WithWords(Reasons.Of(firm, criteria), firm.Name, [new(firm.About ?? "", firm.AboutLanguage)], reading);
        return new Hit(Kinds.Firm, firm.Id, firm.Slug, why, passage?.Snippet) { Firm = firm };
    }

    private static Hit Of(Network network, Reading reading)
    {
        var (why, passage) = WithWords([], network.Name, [new(network.Purpose, network.PurposeLanguage)], reading);
        return new Hit(Kinds.Network, network.Id, network.Slug, why, passage?.Snippet) { Network = network };
    }

    private static Hit Of(Article article, Reading reading, Criteria criteria)
    {
        List<SearchText> texts = [new(SafeMarkdown.ToText(article.Text), article.Language), new(article.Summary, article.Language)];
        var about = Reasons.Of(article.Country, article.Topic, criteria);
        var (why, passage) = WithWords(about, article.Title, texts, reading);
        return new Hit(Kinds.Article, article.Id, article.Slug, why, passage?.Snippet)
        {
            Article = article,
            Place = passage is { Source: 0 } ? passage.Fragment() : "",
        };
    }

    private static (IReadOnlyList<Why> Why, Passage? Passage) WithWords(
        IReadOnlyList<Why> why,
        string? title,
        IReadOnlyList<SearchText> texts,
        Reading reading
    )
    {
        var (inTexts, passage) = WordMarks.In(texts, reading.Words);
        var (inTitle, _) = WordMarks.In([new SearchText(title ?? "", "")], reading.Words);
        // What a declared fact already explained is not explained again.
        var own = reading
            .Words.Where(w => !w.IsLead || why.Count == 0)
            .Select(w => w.Text)
            .Where(w => inTexts.Contains(w) || inTitle.Contains(w))
            .ToList();
        return (own.Count == 0 ? why : [.. why, new WhyText(own)], passage);
    }
}
