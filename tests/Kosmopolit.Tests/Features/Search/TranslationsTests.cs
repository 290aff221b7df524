using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Search;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Xunit;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>A text that stands in several languages is found once, in the language that serves its reader.</summary>
[UsesDatabase]
public sealed class TranslationsTests : IAsyncLifetime
{
    private readonly SearchHouse _house = new();
    private readonly Dictionary<string, Article> _trade = [];
    private readonly Dictionary<string, Article> _manners = [];

    public async ValueTask InitializeAsync()
    {
        await _house.InitializeAsync();
        await Bring(_trade, "VN", "business", ("sv", "Att handla i Vietnam", "Tullen prövar ursprunget."));
        await Bring(_trade, "VN", "business", ("en", "Trading in Vietnam", "Customs officers examine the origin."));
        await Bring(_manners, "VN", "culture", ("en", "Manners in Vietnam", "Bring two cards."));
        await Bring(_manners, "VN", "culture", ("sv", "Vanor i Vietnam", "Ta med två kort."));
        await _house.CatchUp();
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Theory]
    [InlineData("sv", "", "sv", "sv")]
    [InlineData("en", "", "en", "en")]
    [InlineData("ar", "", "en", "en")] // Nothing is known of what the reader reads.
    [InlineData("ar", "fa,sv", "sv", "sv")]
    public async Task A_reader_finds_it_in_their_language(string language, string reads, string trade, string manners)
    {
        var answer = await _house.Find(Question("Vietnam", language), Reading(reads));
        Assert.Equal(new[] { _trade[trade].Id, _manners[manners].Id }.Order(), answer.Hits.Select(h => h.Id!.Value).Order());
    }

    [Fact]
    public async Task It_counts_once_and_under_each_of_its_languages()
    {
        var answer = await _house.Find(Question("Vietnam", "sv"));
        Assert.Equal((2, 2), (answer.Total, answer.TotalsByKind[Kinds.Article]));
        Assert.Equal((2, 1), (answer.Facets.Country["VN"], answer.Facets.Topic["business"]));
        Assert.Equal((2, 2), (answer.Facets.Language["sv"], answer.Facets.Language["en"]));
        var english = await _house.Find(Question("Vietnam", "sv") with { Language = "en" });
        Assert.Equal(new[] { _trade["en"].Id, _manners["en"].Id }.Order(), english.Hits.Select(h => h.Id!.Value).Order());
        Assert.Equal(2, english.Total);
    }

    [Fact]
    public async Task Words_that_stand_in_one_version_alone_bring_that_version()
    {
        var english = await _house.Find(Question("Vietnam customs officers", "sv"));
        Assert.Equal(_trade["en"].Id, english.Hits[0].Id);
        Assert.DoesNotContain(english.Hits, h => h.Id == _trade["sv"].Id);
        var swedish = await _house.Find(Question("Vietnam ursprunget", "en"));
        Assert.Equal(_trade["sv"].Id, swedish.Hits[0].Id);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_the_other_versions()
    {
        var first = await _house.Find(Question("Vietnam", "sv") with { Count = 1 });
        var second = await _house.Find(Question("Vietnam", "sv") with { Count = 1, After = first.NextAfter });
        Assert.Equal(new[] { _trade["sv"].Id, _manners["sv"].Id }.Order(), first.Hits.Concat(second.Hits).Select(h => h.Id!.Value).Order());
        Assert.Null(second.NextAfter);
    }

    [Fact]
    public async Task A_first_translation_and_its_original_count_once_from_then_on()
    {
        var travel = new Dictionary<string, Article>();
        await Bring(travel, "VN", "", ("sv", "Resor i Vietnam", "Tåget går längs kusten."));
        await _house.CatchUp();
        Assert.Equal(3, (await _house.Find(Question("Vietnam", "ar"))).Total);
        await Bring(travel, "VN", "", ("ar", "السفر في فيتنام", "القطار على طول الساحل."));
        await _house.CatchUp();
        var answer = await _house.Find(Question("Vietnam", "ar"));
        Assert.Contains(answer.Hits, h => h.Id == travel["ar"].Id);
        Assert.Equal(3, answer.Total);
    }

    [Fact]
    public async Task A_text_says_what_it_is_about()
    {
        var answer = await _house.Find(Question("Vietnam", "sv"));
        var hit = answer.Hits.Single(h => h.Id == _trade["sv"].Id);
        Assert.Equal(new WhyAbout("VN", "business"), hit.Why[0]);
        var chosen = await _house.Find(new SearchQuestion("", Topic: "culture"));
        Assert.Equal([new WhyAbout("VN", "culture")], chosen.Hits.Single(h => h.Kind == Kinds.Article).Why);
    }

    private static SearchQuestion Question(string text, string language) => new(text, Kinds.Article, ReaderLanguage: language);

    private static Me Reading(string languages) =>
        SearchHouse.MemberOf() with
        {
            Reads = languages.Split(',', StringSplitOptions.RemoveEmptyEntries),
        };

    // The first of them is the original.
    private async Task Bring(
        Dictionary<string, Article> versions,
        string country,
        string topic,
        (string Language, string Title, string Text) words
    )
    {
        var article = Article.Bring(
            $"t-{Guid.NewGuid():N}",
            new Subject(country, topic, words.Language),
            new Kosmopolit.Features.Knowledge.Articles.Words(words.Title, "", words.Text),
            (ArticleOrigin.Starter, Rights.Ours),
            SearchHouse.Now
        );
        if (versions.Values.FirstOrDefault(v => v.OriginalId is null) is { } original)
            article.Translate(original);
        versions[words.Language] = article;
        await _house.Store(article);
    }
}
