using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Search;
using Kosmopolit.Platform.Ui.Markup;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>Gives published texts to be found, each in its own language.</summary>
public sealed class ArticleSearch(SearchNames names) : SearchSource
{
    public const string Key = "article";

    public override string Kind => Key;

    public override Task<IReadOnlyCollection<Guid>> Touched(KosmopolitDb db, IReadOnlyList<LoggedEvent> happened, CancellationToken ct) =>
        Task.FromResult<IReadOnlyCollection<Guid>>(happened.Select(Of).OfType<Guid>().ToHashSet());

    public override async Task<IReadOnlyList<Guid>> All(KosmopolitDb db, CancellationToken ct) =>
        await db.Set<Article>()
            .VisibleTo(Me.Visitor)
            .Where(a => a.State != ArticleState.Superseded)
            .OrderBy(a => a.Id)
            .Select(a => a.Id)
            .ToListAsync(ct);

    public override async Task<IReadOnlyList<SearchEntry>> Read(KosmopolitDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var articles = await db.Set<Article>()
            .VisibleTo(Me.Visitor)
            .Where(a => ids.Contains(a.Id) && a.State != ArticleState.Superseded)
            .AsNoTracking()
            .ToListAsync(ct);
        return [.. articles.Select(Entry)];
    }

    private static Guid? Of(LoggedEvent e) =>
        e.As<ArticlePublished>()?.ArticleId ?? e.As<ArticleChanged>()?.ArticleId ?? e.As<ArticleGone>()?.ArticleId;

    private SearchEntry Entry(Article a)
    {
        var facts = new List<SearchFact> { new(SearchField.Language, a.Language) };
        if (a.Country.Length > 0)
            facts.Add(new(SearchField.Country, a.Country));
        if (a.Topic.Length > 0)
            facts.Add(new(SearchField.Topic, a.Topic));
        if (a is { Country.Length: > 0, Topic.Length: > 0 })
            facts.Add(new(SearchField.CountryTopic, $"{a.Country}/{a.Topic}"));
        return new SearchEntry(Key, a.Id, a.Slug, Audience.Public)
        {
            ForEveryone = true,
            Title = a.Title,
            Facts = facts,
            Names = a.Country.Length > 0 ? names.OfCountry(a.Country) : [],
            Texts = [new(a.Title, a.Language), new(a.Summary, a.Language), new(SafeMarkdown.ToText(a.Text), a.Language)],
        };
    }
}
