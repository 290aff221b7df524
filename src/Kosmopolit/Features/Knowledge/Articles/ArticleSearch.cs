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

    /// <summary>With a text its versions in other languages: of these a reader finds one.</summary>
    public override async Task<IReadOnlyCollection<Guid>> Touched(
        KosmopolitDb db,
        IReadOnlyList<LoggedEvent> happened,
        CancellationToken ct
    )
    {
        var touched = happened.Select(Of).OfType<Guid>().ToHashSet();
        if (touched.Count > 0)
            touched.UnionWith(await Originals(db, touched, ct));
        return touched;
    }

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
        var translated = await Originals(db, ids, ct);
        return [.. articles.Select(a => Entry(a, translated.Contains(a.OriginalId ?? a.Id)))];
    }

    /// <summary>Those of the texts that others are translations of, and those that they are translations of themselves.</summary>
    private static async Task<HashSet<Guid>> Originals(KosmopolitDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [
            .. await db.Set<Article>()
                .VisibleTo(Me.Visitor)
                .Where(a => a.OriginalId != null && (ids.Contains(a.Id) || ids.Contains(a.OriginalId.Value)))
                .Select(a => a.OriginalId!.Value)
                .Distinct()
                .ToListAsync(ct),
        ];

    private static Guid? Of(LoggedEvent e) =>
        e.As<ArticlePublished>()?.ArticleId ?? e.As<ArticleChanged>()?.ArticleId ?? e.As<ArticleGone>()?.ArticleId;

    private SearchEntry Entry(Article a, bool isTranslated)
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
            Version = isTranslated ? new TextVersion(a.OriginalId ?? a.Id, a.Language) : null,
            Facts = facts,
            Names = a.Country.Length > 0 ? names.OfCountry(a.Country) : [],
            Texts = [new(a.Title, a.Language), new(a.Summary, a.Language), new(SafeMarkdown.ToText(a.Text), a.Language)],
        };
    }
}
