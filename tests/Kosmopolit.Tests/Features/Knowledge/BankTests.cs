using System.Net;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Knowledge;

/// <summary>The list of the bank: nothing is hidden by what is newer, counts are honest, and each reads in their languages.</summary>
[UsesDatabase]
public sealed class BankTests(Village village) : IClassFixture<Village>
{
    private static int _texts;

    [Fact]
    public async Task Every_text_is_reached_page_by_page_once()
    {
        var slugs = await Several("ET", 70);
        using var visitor = village.House.Reader();
        var page = await visitor.Open("/knowledge?country=ET");
        Assert.Contains("70 texts", page.Text, StringComparison.Ordinal);
        var seen = Slugs(page);
        while (page.Html.QuerySelector("a[rel=next]")?.GetAttribute("href") is { } next)
        {
            // Somebody writes meanwhile: nothing comes twice and nothing is passed over.
            await Several("ET", 1);
            page = await visitor.Open(next);
            seen.AddRange(Slugs(page));
        }
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Found.Nothing(slugs.Except(seen));
        (await visitor.Open("/knowledge?country=ET&after=nonsense")).Is(HttpStatusCode.OK);
        Assert.Contains(
            "Back to the latest",
            (await visitor.Open($"/knowledge?country=ET&after=1-{Guid.Empty:N}")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_text_in_three_languages_is_one_and_each_reader_is_shown_theirs()
    {
        var (_, names) = await InLanguages("ER", "ti", "ar", "so");
        await Reading("ar@example.org", "ar");
        await Reading("so@example.org", "so ar");
        await Shows("ar@example.org", "/knowledge?country=ER", names["ar"]);
        await Shows("so@example.org", "/knowledge?country=ER", names["so"]);
        await Shows("so@example.org", "/countries/er/culture", names["so"]);
        // Whoever reads none of them is shown the original; whose page is in one of them, that one.
        await Shows(village.Coordinator, "/knowledge?country=ER", names["ti"]);
        await Shows("so@example.org", "/knowledge?country=ER&lang=ar", names["ar"]);
        using var visitor = village.House.Reader();
        var page = await visitor.Open("/knowledge?country=ER");
        Assert.Contains("1 text", page.Text, StringComparison.Ordinal);
        Assert.Single(Slugs(page));
    }

    [Fact]
    public async Task What_is_said_of_one_version_stands_under_all_and_counts_while_they_say_the_same()
    {
        var (articles, _) = await InLanguages("DJ", "fr", "ar");
        var voice = new Voice(
            (await Somebody()).Id,
            true,
            new(Basis.Lived, 1999, null, "", 2026),
            ("", false),
            village.House.Clock.GetUtcNow()
        );
        await village.House.Store(Claim.Mark(articles[0].Id, ("DJ", "culture", "fr"), "", voice, village.House.Clock.GetUtcNow()));
        using var visitor = village.House.Reader();
        var page = await visitor.Open($"/knowledge/{articles[1].Slug}");
        Assert.Contains("Confirmed by somebody who was there", page.Text, StringComparison.Ordinal);
        Assert.Contains("Said of this text in other languages", page.Text, StringComparison.Ordinal);
        Assert.Contains("French", page.One("#claims").TextContent, StringComparison.Ordinal);
        await village.House.Do(async db =>
        {
            db.Attach(articles[0]);
            articles[0].Write(new("Autre", "", "Autre chose."), new Writer(null), village.House.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        await World.Words.Come(
            async () =>
                (await visitor.Open($"/knowledge/{articles[1].Slug}")).Text.Contains(
                    "Nobody has confirmed this yet",
                    StringComparison.Ordinal
                ),
            TimeSpan.FromSeconds(20)
        );
    }

    [Fact]
    public async Task Two_who_mark_the_same_words_at_once_make_one_claim()
    {
        var (articles, _) = await InLanguages("TD", "fr");
        await village.Settle($"marker{++_texts}@example.org", "Marker", village.Home);
        var both = new[] { village.Coordinator, $"marker{_texts}@example.org" }.Select(who =>
            village.House.By(
                who,
                s => s.GetRequiredService<SpeakUp>().Mark(articles[0].Slug, new VoiceInput { Basis = [Basis.Lived], LastYear = 2026 })
            )
        );
        var done = await Task.WhenAll(both);
        var lost = Assert.Single(done, d => d.Refusal is not null);
        Assert.Contains("already", lost.Refusal!.Text, StringComparison.Ordinal);
        Assert.Single(await village.House.All<Claim>(), c => c.ArticleId == articles[0].Id);
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_claim_about_the_same_words()
    {
        var (articles, _) = await InLanguages("NE", "fr");
        var now = village.House.Clock.GetUtcNow();
        Claim One(Guid who) =>
            Claim.Mark(
                articles[0].Id,
                ("NE", "culture", "fr"),
                "",
                new Voice(who, true, new(Basis.Lived, null, null, "", 2026), ("", false), now),
                now
            );
        var (first, second) = (await Somebody(), await Somebody());
        var claim = One(first.Id);
        await village.House.Store(claim);
        await Assert.ThrowsAnyAsync<Microsoft.EntityFrameworkCore.DbUpdateException>(() => village.House.Store(One(second.Id)));
        await village.House.Do(async db =>
        {
            db.Attach(claim);
            Assert.Null(claim.Withdraw(first.Id, now));
            await db.SaveChangesAsync();
        });
        await village.House.Store(One(second.Id));
    }

    [Fact]
    public async Task A_member_confirms_with_one_tap_on_the_page_and_visitors_see_no_form()
    {
        var (articles, _) = await InLanguages("ML", "fr");
        var holder = await Somebody();
        var now = village.House.Clock.GetUtcNow();
        await village.House.Store(
            Claim.Mark(
                articles[0].Id,
                ("ML", "culture", "fr"),
                "",
                new Voice(holder.Id, true, new(Basis.Lived, null, null, "", 2012), ("", false), now),
                now
            )
        );
        var email = $"tapper{++_texts}@example.org";
        await village.Settle(
            email,
            "Tapper",
            village.Home,
            m =>
                m.Declare(
                    new MarketKnowledge(
                        m.Id,
                        new("ML", Basis.Traded | Basis.FamilyTies, 2001, null, "Secret street", 2026),
                        Audience.MyNetwork
                    )
                )
        );
        using var visitor = village.House.Reader();
        Assert.Empty((await visitor.Open($"/knowledge/{articles[0].Slug}")).Html.QuerySelectorAll("#claims form"));
        using var anna = await village.As(village.Coordinator);
        Assert.Empty((await anna.Open($"/knowledge/{articles[0].Slug}")).Html.QuerySelectorAll("#claims form"));
        using var tapper = await village.As(email);
        Page page = null!;
        // That the text holds a claim is known a moment after it was marked.
        await World.Words.Come(
            async () => (page = await tapper.Open($"/knowledge/{articles[0].Slug}")).Html.QuerySelector("#claims form") is not null,
            TimeSpan.FromSeconds(20)
        );
        Assert.Contains("trades there", page.One("#claims form").TextContent, StringComparison.Ordinal);
        var after = await tapper.Submit(page.Form("#claims form"));
        Assert.Contains("last seen in 2026", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret street", after.Text, StringComparison.Ordinal);
        Assert.Empty(after.Html.QuerySelectorAll("#claims form"));
        var voice = Assert.Single(await village.House.All<Voice>(), v => v.LastYear == 2026 && v.Basis == Basis.Traded);
        Assert.False(voice.ShowsName);
    }

    [Fact]
    public async Task A_translator_says_whether_it_is_up_to_date()
    {
        var (articles, _) = await InLanguages("SN", "fr", "sv");
        await village.House.Do(async db =>
        {
            db.Attach(articles[0]);
            articles[0].Write(new("Autre", "", "Autre chose."), new Writer(null), village.House.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        using var anna = await village.As(village.Coordinator);
        var edit = await anna.Open($"/knowledge/{articles[1].Slug}/edit");
        Assert.False(edit.One("[name='Input.IsUpToDate']").HasAttribute("checked"));
        // A slip of the pen is put right: it still lags.
        await anna.Submit(edit.Form(fields: [("Input.Text", "Rättat.")]));
        Assert.Equal(1, await Follows(articles[1].Id));
        edit = await anna.Open($"/knowledge/{articles[1].Slug}/edit");
        await anna.Submit(edit.Form(fields: [("Input.Text", "Ikapp."), ("Input.IsUpToDate", "true")]));
        Assert.Equal(2, await Follows(articles[1].Id));
    }

    private async Task<int?> Follows(Guid id) => (await village.House.All<Article>()).Single(a => a.Id == id).FollowsNumber;

    private Task<Member> Somebody() => village.Settle($"somebody{Interlocked.Increment(ref _texts)}@example.org", "Somebody", village.Home);

    private async Task<List<string>> Several(string country, int count)
    {
        var made = new List<Article>();
        for (var i = 0; i < count; i++)
        {
            village.House.Clock.Move(TimeSpan.FromMilliseconds(1));
            made.Add(Bring($"{country}-{Interlocked.Increment(ref _texts)}", country, "en"));
        }
        await village.House.Store([.. made]);
        await World.Words.Come(async () => await Has(country, made[^1].Title), TimeSpan.FromSeconds(20));
        return [.. made.Select(a => a.Slug)];
    }

    // The page is kept for a moment until the change has come by.
    private async Task<bool> Has(string country, string title)
    {
        using var reader = village.House.Reader();
        return (await reader.Open($"/knowledge?country={country}")).Text.Contains(title, StringComparison.Ordinal);
    }

    private Article Bring(string slug, string country, string language) =>
        Article.Bring(
            slug.ToLowerInvariant(),
            new Subject(country, "culture", language),
            new Kosmopolit.Features.Knowledge.Articles.Words($"Title {slug}", "", $"Text {slug}."),
            (ArticleOrigin.Member, Rights.Ours),
            village.House.Clock.GetUtcNow()
        );

    private async Task<(List<Article> Articles, Dictionary<string, string> Names)> InLanguages(string country, params string[] languages)
    {
        var articles = languages.Select(l => Bring($"{country}-{l}-{Interlocked.Increment(ref _texts)}", country, l)).ToList();
        await village.House.Store(articles[0]);
        foreach (var translation in articles.Skip(1))
        {
            translation.Translate(articles[0]);
            await village.House.Store(translation);
        }
        return (articles, articles.ToDictionary(a => a.Language, a => a.Title));
    }

    private Task<Member> Reading(string email, string languages) =>
        village.Settle(email, email, village.Home, m => m.Read(new(languages, Audience.OnlyMe)));

    private async Task Shows(string who, string address, string title)
    {
        using var reader = await village.As(who);
        var shown = (await reader.Open(address)).Html.QuerySelectorAll("main article.said h3").Select(h => h.TextContent.Trim()).ToList();
        Assert.Equal([title], shown);
    }

    private static List<string> Slugs(Page page) =>
        [.. page.Html.QuerySelectorAll("main article.said h3 a").Select(a => a.GetAttribute("href")!.Split('/')[^1].Split('?')[0])];
}
