using Kosmopolit.Features.Search;
using Kosmopolit.Features.Search.Asking;
using Kosmopolit.Features.Search.Index;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Search;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Bench.Retrieval;

/// <summary>Texts in the product's own index, asked through the product's own reading and ranking, as a visitor.</summary>
internal sealed class ProductRanking : IDisposable
{
    /// <summary>As many as the product gives on one page.</summary>
    public const int Depth = 100;

    private readonly ServiceProvider _services;
    private readonly Dictionary<Guid, string> _names = [];
    private readonly Asked _asked;
    private readonly Look _look;

    public ProductRanking(string folder, IEnumerable<JudgedText> texts, string language)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton(new DataFolder(folder));
        services.AddGeography();
        services.AddSearch();
        _services = services.BuildServiceProvider();
        _asked = _services.GetRequiredService<Asked>();
        _look = _services.GetRequiredService<Look>();
        var index = OpenIndex.Create(folder);
        index.Add(texts.Select(t => Entry(t, language)));
        index.Pack();
        index.Show(new IndexPlace(default, Guid.Empty, EntryDocument.Version));
        _services.GetRequiredService<SearchIndex>().Swap(index);
    }

    public IReadOnlyList<string> Rank(string question, string language)
    {
        var asked = new SearchQuestion(question, ReaderLanguage: language) { Count = Depth };
        var (meant, reading, _) = _asked.By(asked);
        var found = _look.For(reading, meant, Me.Visitor) ?? throw new InvalidOperationException("There is no index.");
        return [.. found.Page.Select(h => _names[h.Id!.Value])];
    }

    public void Dispose() => _services.Dispose();

    private SearchEntry Entry(JudgedText text, string language)
    {
        var id = Guid.NewGuid();
        _names[id] = text.Id;
        // Written as a text of the knowledge bank is.
        return new SearchEntry(Kinds.Article, id, text.Id, Audience.Public)
        {
            ForEveryone = true,
            Title = text.Title ?? "",
            Texts = [new SearchText(text.Title ?? "", language), new SearchText(text.Text, language)],
        };
    }
}
