using AngleSharp.Html.Dom;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Words = Kosmopolit.Features.Knowledge.Articles.Words;

namespace Kosmopolit.Tests.Features.Knowledge;

/// <summary>Two who have one text open at once lose nothing: neither words nor sources, neither title nor summary.</summary>
[UsesDatabase]
public sealed class WritingTogetherTests(Village village) : IClassFixture<Village>
{
    private const string Guide = "A guide https://example.org/guide 2026-11-01";

    private const string Law = "The law https://example.org/law";

    private static int _texts;

    private readonly string _slug = $"together-{Interlocked.Increment(ref _texts)}";

    [Fact]
    public async Task A_source_that_one_adds_is_there_after_the_other_changed_a_paragraph()
    {
        await Begin(Guide);
        using var anna = await village.As(village.Coordinator);
        using var nils = await village.As(village.Neighbour);
        var (hers, his) = (await Edit(anna), await Edit(nils));
        await Save(anna, hers, ("Input.Sources", $"{Guide}\n{Law}"));
        await Save(nils, his, ("Input.Text", "First tea.\n\nThen listen."));
        var stored = await Stored();
        Assert.Equal($"{Guide}\n{Law}", stored.Sources);
        Assert.Equal("First tea.\n\nThen listen.", stored.Text);
    }

    [Fact]
    public async Task Whoever_is_shown_two_texts_does_not_take_back_what_the_other_changed_elsewhere()
    {
        await Begin(Guide);
        using var anna = await village.As(village.Coordinator);
        using var nils = await village.As(village.Neighbour);
        var (hers, his) = (await Edit(anna), await Edit(nils));
        await Save(
            anna,
            hers,
            ("Input.Title", "Coffee"),
            ("Input.Summary", "Drink it."),
            ("Input.Text", "First coffee.\n\nThen talk."),
            ("Input.Sources", Law)
        );
        var both = await Save(nils, his, ("Input.Text", "First water.\n\nThen talk."));
        Assert.Contains("Somebody changed the same words", both.Text, StringComparison.Ordinal);
        Assert.Equal("coffee", both.One(".meanwhile ins").TextContent);
        Assert.DoesNotContain("Drink it.", both.One(".meanwhile").TextContent, StringComparison.Ordinal);
        await Save(nils, both, ("Input.Text", "First water or coffee.\n\nThen talk."));
        Assert.Equal(new Words("Coffee", "Drink it.", "First water or coffee.\n\nThen talk.", Law), (await Stored()).Words);
    }

    [Fact]
    public async Task Every_field_in_which_two_collide_is_shown()
    {
        await Begin(Guide);
        using var anna = await village.As(village.Coordinator);
        using var nils = await village.As(village.Neighbour);
        var (hers, his) = (await Edit(anna), await Edit(nils));
        await Save(anna, hers, ("Input.Title", "Coffee"), ("Input.Summary", "Drink it."), ("Input.Sources", $"{Guide[..^2]}02"));
        var both = await Save(
            nils,
            his,
            ("Input.Title", "Water"),
            ("Input.Summary", "Leave it."),
            ("Input.Sources", Guide.Replace("A guide", "The guide", StringComparison.Ordinal))
        );
        var there = both.One(".meanwhile").TextContent;
        Assert.All(new[] { "Coffee", "Drink it.", "2026-11-02" }, words => Assert.Contains(words, there, StringComparison.Ordinal));
        Assert.Equal("Water", both.One("[name='Input.Title']").GetAttribute("value"));
        Assert.Equal("Tea", (await Stored()).Versions[0].Title);
    }

    [Fact]
    public async Task Sources_taken_away_are_a_version_with_its_reason_and_come_back()
    {
        await Begin(Guide);
        using var anna = await village.As(village.Coordinator);
        await Save(anna, await Edit(anna), ("Input.Sources", ""), ("Input.Why", "Does not open"));
        Assert.Equal((2, ""), ((await Stored()).Number, (await Stored()).Sources));
        var history = await anna.Open($"/knowledge/{_slug}/history");
        Assert.Contains("Does not open", history.Text, StringComparison.Ordinal);
        Assert.Contains("https://example.org/guide", history.One(".sources del").TextContent, StringComparison.Ordinal);
        await anna.Submit((await anna.Open($"/knowledge/{_slug}/history?version=1")).Form());
        Assert.Equal(Guide, (await Stored()).Sources);
        Assert.Contains(
            "href=\"https://example.org/guide\"",
            (await anna.Open($"/knowledge/{_slug}?again")).Body,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("https://swedbank.se@evil.example/x", "with an @")]
    [InlineData("ask my uncle", "https://")]
    [InlineData("https://a.example and https://b.example", "two addresses")]
    public async Task A_source_that_leads_nowhere_or_pretends_is_refused_and_kept(string line, string why)
    {
        await Begin(Guide);
        using var anna = await village.As(village.Coordinator);
        var page = await Save(anna, await Edit(anna), ("Input.Sources", line));
        Assert.Contains(why, page.One(".refusal").TextContent, StringComparison.Ordinal);
        Assert.Equal(line, page.One("[name='Input.Sources']").TextContent.Trim());
        Assert.Equal(Guide, (await Stored()).Sources);
    }

    [Theory]
    [InlineData("a", "a\nb", "a\nc", "a\nc\nb")]
    [InlineData("a\nb", "a", "a\nb\nc", "a\nc")]
    [InlineData("a\nb", "b", "a", "")]
    [InlineData("", "a", "a", "a")]
    [InlineData("a", "one a", "two a", null)]
    public void Lines_of_sources_come_together(string begun, string mine, string theirs, string? both) =>
        Assert.Equal(both is null ? null : Written(both), Reference.Together(Written(begun), Written(mine), Written(theirs)));

    [Fact]
    public void An_address_in_another_script_is_kept_as_it_was_read()
    {
        var line = $"መጽሐፍ https://am.wikipedia.example/{new string('ሀ', 60)} 2026-11-01";
        Assert.Null(Reference.Check(line, ""));
        var kept = Reference.Lines(Reference.Of(line));
        Assert.Null(Reference.Check(kept, ""));
        Assert.Equal(kept, Reference.Lines(Reference.Of(kept)));
        Assert.Equal("መጽሐፍ", Assert.Single(Reference.Of(kept)).Title);
    }

    [Fact]
    public async Task What_was_cited_before_sources_had_a_history_is_cited_still()
    {
        await using var house = await House.Open();
        await house.Store(
            Article.Begin("old", new("IQ", "culture", "en"), new("Tea", "", "Tea."), new Writer(null), house.Clock.GetUtcNow())
        );
        await house.Do(async db =>
        {
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync("AddBroughtCalendars");
            await db.Database.ExecuteSqlRawAsync(Cite(1, "A guide", "https://example.org/guide", "'2026-11-01'"));
            await db.Database.ExecuteSqlRawAsync(Cite(2, "", "https://example.org/law", "NULL"));
            await migrator.MigrateAsync();
        });
        var old = await house.Ask(db => db.Set<Article>().Include(a => a.Versions).SingleAsync(a => a.Slug == "old"));
        Assert.Equal($"{Guide}\nhttps://example.org/law", old.Sources);
        Assert.Equal(old.Sources, old.Versions[0].Sources);
        Assert.DoesNotContain(await house.All<Article>(), a => a.Slug != "old" && a.Sources.Length > 0);
    }

    // As it was written before, in a table that is gone.
    private static string Cite(int second, string title, string url, string seen) =>
        $"""
            INSERT INTO "ArticleReferences" ("Id", "ArticleId", "Title", "Url", "Seen")
            SELECT '{Guid.CreateVersion7(
                    DateTimeOffset.UnixEpoch.AddSeconds(second)
                ).ToString().ToUpperInvariant()}', "Id", '{title}', '{url}', {seen} FROM "Articles" WHERE "Slug" = 'old'
            """;

    private static string Written(string letters) =>
        string.Join(
            '\n',
            letters
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => l.Split(' '))
                .Select(l => $"{(l.Length > 1 ? l[0] + " " : "")}https://example.org/{l[^1]}")
        );

    private async Task Begin(string sources)
    {
        var now = village.House.Clock.GetUtcNow();
        var words = new Words("Tea", "Wait for it.", "First tea.\n\nThen talk.", sources);
        var text = Article.Begin(_slug, new("IQ", "culture", "en"), words, new Writer(null), now);
        text.Publish(now);
        await village.House.Store(text);
    }

    private Task<Page> Edit(Reader who) => who.Open($"/knowledge/{_slug}/edit");

    private static Task<Page> Save(Reader who, Page form, params (string, string)[] fields) =>
        who.Submit(form.Form(fields: fields), (IHtmlElement)form.One("button[value=publish]"));

    private Task<Article> Stored() =>
        village.House.Ask(db => db.Set<Article>().Include(a => a.Versions).AsNoTracking().SingleAsync(a => a.Slug == _slug));
}
