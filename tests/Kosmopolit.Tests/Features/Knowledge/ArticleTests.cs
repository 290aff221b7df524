using System.Net;
using AngleSharp.Html.Dom;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Features.Knowledge;

/// <summary>A member writes; others read, correct, stand for it and object; nothing that was written is lost.</summary>
[UsesDatabase]
public sealed class ArticleTests(Village village) : IClassFixture<Village>
{
    private static int _texts;

    private readonly string _title = $"Tea in Basra {Interlocked.Increment(ref _texts)}";

    private string Slug => Kosmopolit.Platform.Slug.Of(_title);

    [Fact]
    public async Task What_is_published_everybody_reads_and_it_says_that_nobody_confirmed_it()
    {
        using var anna = await village.As(village.Coordinator);
        await Write(anna, "publish");
        using var visitor = village.House.Reader();
        var page = (await visitor.Open($"/knowledge/{Slug}")).Is(HttpStatusCode.OK);
        Assert.Contains("Three glasses.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody has confirmed this yet", page.Text, StringComparison.Ordinal);
        Assert.Contains("CC BY-SA 4.0", page.Text, StringComparison.Ordinal);
        await Comes(visitor, "/countries/iq/culture", _title);
        await Comes(visitor, "/knowledge?country=IQ", _title);
    }

    [Fact]
    public async Task A_draft_is_its_writers_alone()
    {
        using var anna = await village.As(village.Coordinator);
        await Write(anna, "draft");
        Assert.Contains(_title, (await anna.Open($"/knowledge/{Slug}/edit")).Is(HttpStatusCode.OK).Body, StringComparison.Ordinal);
        Assert.Contains(_title, (await anna.Open("/knowledge/new")).Text, StringComparison.Ordinal);
        using var nils = await village.As(village.Neighbour);
        foreach (var end in new[] { "", "/edit", "/history", "/claims/new" })
            (await nils.Open($"/knowledge/{Slug}{end}")).Is(HttpStatusCode.NotFound);
        Assert.DoesNotContain(_title, (await nils.Open("/knowledge?country=IQ")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_shows_and_saves_nothing()
    {
        using var anna = await village.As(village.Coordinator);
        var page = await Write(anna, "preview");
        Assert.Contains("<strong>Three</strong>", page.One(".preview").InnerHtml, StringComparison.Ordinal);
        Assert.False(await village.House.Ask(db => db.Set<Article>().AnyAsync(a => a.Title == _title)));
    }

    [Fact]
    public async Task Two_who_write_at_once_are_both_heard_or_shown_side_by_side()
    {
        using var anna = await village.As(village.Coordinator);
        await Write(anna, "publish", "First tea.\n\nThen talk.");
        using var nils = await village.As(village.Neighbour);
        var (hers, his) = (await anna.Open($"/knowledge/{Slug}/edit"), await nils.Open($"/knowledge/{Slug}/edit"));
        await anna.Submit(hers.Form(fields: [("Input.Text", "First coffee.\n\nThen talk.")]), Save(hers));
        var merged = await nils.Submit(his.Form(fields: [("Input.Text", "First tea.\n\nThen listen.")]), Save(his));
        Assert.EndsWith($"/knowledge/{Slug}", merged.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("First coffee.\n\nThen listen.", (await Stored()).Text);

        // The same word now: the later one sees both and loses nothing.
        var stale = await nils.Submit(his.Form(fields: [("Input.Text", "First water.\n\nThen talk.")]), Save(his));
        Assert.Contains("Somebody changed the same words", stale.Text, StringComparison.Ordinal);
        Assert.Contains("First coffee.", stale.One(".meanwhile").TextContent, StringComparison.Ordinal);
        Assert.Contains("First water.", stale.One("[name='Input.Text']").TextContent, StringComparison.Ordinal);
        Assert.Equal("First coffee.\n\nThen listen.", (await Stored()).Text);
        await nils.Submit(stale.Form(), Save(stale));
        Assert.Equal("First water.\n\nThen talk.", (await Stored()).Text);
    }

    [Fact]
    public async Task Every_version_stays_and_can_be_taken_again()
    {
        using var anna = await village.As(village.Coordinator);
        await Write(anna, "publish");
        var edit = await anna.Open($"/knowledge/{Slug}/edit");
        await anna.Submit(edit.Form(fields: [("Input.Text", "All wrong."), ("Input.Why", "For a try")]), Save(edit));
        using var visitor = village.House.Reader();
        var history = await visitor.Open($"/knowledge/{Slug}/history");
        Assert.Contains("For a try", history.Text, StringComparison.Ordinal);
        Assert.Contains("A member", history.Text, StringComparison.Ordinal);
        Assert.Contains("wrong", history.One("div.change").TextContent, StringComparison.Ordinal);
        await anna.Submit((await anna.Open($"/knowledge/{Slug}/history?version=1")).Form());
        Assert.Contains("Three", (await Stored()).Text, StringComparison.Ordinal);
        Assert.Equal(3, (await Stored()).Number);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_version_is_signed_only_when_its_writer_says_so(bool signs)
    {
        var name = $"Quorra {_texts}";
        await village.Settle($"quorra{_texts}@example.org", name, village.Home, m => m.ShowTo(Kosmopolit.Platform.Auth.Audience.MyNetwork));
        using var writer = await village.As($"quorra{_texts}@example.org");
        await Write(writer, "publish", fields: signs ? [("Input.ShowsName", "true")] : []);
        using var anna = await village.As(village.Coordinator);
        using var nils = await village.As(village.Neighbour);
        Assert.Equal(signs, (await anna.Open($"/knowledge/{Slug}/history")).Text.Contains(name, StringComparison.Ordinal));
        // Whoever may not know the name does not learn it here.
        Assert.DoesNotContain(name, (await nils.Open($"/knowledge/{Slug}/history")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Title", "", "title")]
    [InlineData("Input.Text", "", "Write the text")]
    [InlineData("Input.Title", "<b>Tea</b>", "HTML")]
    [InlineData("Input.Sources", "ask my uncle", "https://")]
    [InlineData("Input.Sources", "javascript:alert(1)", "https://")]
    public async Task What_does_not_fit_is_refused_at_its_field_and_kept(string field, string value, string why)
    {
        using var anna = await village.As(village.Coordinator);
        var page = await Write(anna, "publish", fields: (field, value));
        Assert.Contains(why, page.One(".refusal").TextContent, StringComparison.Ordinal);
        Assert.False(await village.House.Ask(db => db.Set<Article>().AnyAsync(a => a.Title == _title)));
    }

    [Fact]
    public async Task A_translation_knows_its_original_and_says_when_it_lags()
    {
        using var anna = await village.As(village.Coordinator);
        await Write(anna, "publish");
        var form = await anna.Open($"/knowledge/new?of={Slug}");
        await anna.Submit(
            form.Form(fields: [("Input.Language", "sv"), ("Input.Title", _title + " sv"), ("Input.Text", "Tre glas.")]),
            Save(form)
        );
        var edit = await anna.Open($"/knowledge/{Slug}/edit");
        await anna.Submit(edit.Form(fields: [("Input.Text", "Four glasses.")]), Save(edit));
        using var visitor = village.House.Reader();
        await Comes(visitor, $"/knowledge/{Slug}-sv", "The original has changed once since.");
        var page = await visitor.Open($"/knowledge/{Slug}-sv");
        Assert.Contains($"/knowledge/{Slug}", page.Links().Select(l => l.Split('?')[0]));
        var again = await anna.Open($"/knowledge/new?of={Slug}");
        Assert.Contains(
            "already",
            (
                await anna.Submit(again.Form(fields: [("Input.Language", "sv"), ("Input.Title", "x"), ("Input.Text", "y")]), Save(again))
            ).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whoever_changed_something_sees_it_on_the_page_that_follows_although_it_is_drawn_once_for_many()
    {
        using var anna = await village.As(village.Coordinator);
        await Write(anna, "publish");
        using var other = await village.As(village.Neighbour);
        // Drawn and kept for all members, as it was.
        foreach (var reader in new[] { other, anna, other, anna })
            Assert.DoesNotContain("1 passage is confirmed", (await reader.Open($"/knowledge/{Slug}")).Text, StringComparison.Ordinal);
        var mark = (await anna.Open($"/knowledge/{Slug}/claims/new")).Form(fields: Voice(("Input.Passage", "Three** glasses.")));
        Assert.Contains("1 passage is confirmed", (await anna.Submit(mark)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passage_is_stood_for_confirmed_and_disputed_without_a_name()
    {
        using var anna = await village.As(village.Coordinator);
        await Write(anna, "publish");
        await anna.Submit((await anna.Open($"/knowledge/{Slug}/claims/new")).Form(fields: Voice(("Input.Passage", "Three** glasses."))));
        var claim = await village.House.Ask(db =>
            db.Set<Claim>().Where(c => c.ArticleId == db.Set<Article>().Single(a => a.Slug == Slug).Id).SingleAsync()
        );
        using var visitor = village.House.Reader();
        var page = await visitor.Open($"/knowledge/{Slug}");
        Assert.Contains("1 passage is confirmed", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", page.Text, StringComparison.Ordinal);

        using var nils = await village.As(village.Neighbour);
        var form = await nils.Open($"/claims/{claim.Id}");
        var silent = await nils.Submit(form.Form("form[data-keep=speak]", Voice()), (IHtmlElement)form.One("button[value=false]"));
        Assert.Contains("Say what is different", silent.Text, StringComparison.Ordinal);
        await nils.Submit(
            silent.Form("form[data-keep=speak]", Voice(("Input.Reason", "Four by now."))),
            (IHtmlElement)silent.One("button[value=false]")
        );
        await Comes(visitor, $"/knowledge/{Slug}", "Those who know do not agree");
        await Comes(visitor, $"/knowledge/{Slug}", "Four by now.");
        // Whoever changes their mind has one voice still.
        await nils.Submit((await nils.Open($"/claims/{claim.Id}")).Form("form[data-keep=speak]", Voice(("Input.Reason", ""))));
        Assert.Equal(2, await village.House.Ask(db => db.Set<Voice>().CountAsync(v => v.ClaimId == claim.Id && v.IsFor)));
    }

    [Theory]
    [InlineData("You drink Three glasses.", "You drink Three glasses.")]
    [InlineData("glasses.\n\n  1. Sit down\n  2. Ask (a.example)", "glasses. Sit down Ask (a.example)")]
    [InlineData("Sit down\nAsk", "Sit down Ask")]
    public async Task A_passage_is_copied_as_it_is_read_and_marked_there(string copied, string kept)
    {
        using var anna = await village.As(village.Coordinator);
        await Write(anna, "publish", "**Three** glasses.\n\n1. Sit *down*\n2. [Ask](https://a.example/)");
        await anna.Submit((await anna.Open($"/knowledge/{Slug}/claims/new")).Form(fields: Voice(("Input.Passage", copied))));
        var claim = await village.House.Ask(db =>
            db.Set<Claim>().Where(c => c.ArticleId == db.Set<Article>().Single(a => a.Slug == Slug).Id).SingleAsync()
        );
        Assert.Equal(kept, claim.Passage);
        using var visitor = village.House.Reader();
        var page = await visitor.Open($"/knowledge/{Slug}");
        Assert.Equal($"#claim-{claim.Id}", page.One(".prose a.stood").GetAttribute("href"));
        Assert.NotEmpty(page.Html.QuerySelectorAll($"[id='claim-{claim.Id}']"));
    }

    [Fact]
    public async Task The_languages_to_write_in_begin_with_the_readers_own_and_end_with_those_that_people_speak()
    {
        using var anna = await village.As(village.Coordinator);
        var languages = (await anna.Open("/knowledge/new?lang=ar")).One("[name='Input.Language']");
        Assert.Equal("ar", languages.QuerySelector("optgroup option")!.GetAttribute("value"));
        var tags = languages.QuerySelectorAll("option").Select(o => o.GetAttribute("value")!).ToList();
        Assert.Equal(tags.Distinct(), tags);
        Assert.All(new[] { "sv", "so", "ckb", "sma", "rom", "fit", "syr" }, tag => Assert.Contains(tag, tags));
        Assert.All(new[] { "tlh", "sux", "la", "eo", "grc" }, tag => Assert.DoesNotContain(tag, tags));
        Assert.Equal("ar", languages.QuerySelector("option[selected]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("Input.Passage", "Nobody wrote this.", "do not stand in the text")]
    [InlineData("Input.LastYear", "2199", "not come yet")]
    [InlineData("Input.Until", "1950", "before the beginning")]
    public async Task What_cannot_be_stood_for_is_refused(string field, string value, string why)
    {
        using var anna = await village.As(village.Coordinator);
        await Write(anna, "publish");
        var page = await anna.Submit(
            (await anna.Open($"/knowledge/{Slug}/claims/new")).Form(fields: Voice(("Input.From", "1990"), (field, value)))
        );
        Assert.Contains(why, page.One(".refusal").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_left_is_no_holder_any_more_and_somebody_new_may_be()
    {
        var gone = await village.Settle($"gone{_texts}@example.org", "Gone", village.Home);
        using var leaver = await village.As($"gone{_texts}@example.org");
        await Write(leaver, "publish");
        await leaver.Submit((await leaver.Open($"/knowledge/{Slug}/claims/new")).Form(fields: Voice()));
        await village.House.Do(async db =>
            await db.Set<Membership>()
                .Where(m => m.MemberId == gone.Id)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.EndedAt, village.House.Clock.GetUtcNow()))
        );
        using var anna = await village.As(village.Coordinator);
        await Comes(anna, $"/knowledge/{Slug}?afterwards", "Who knows it today?");
    }

    private async Task<Page> Write(Reader who, string verb, string text = "**Three** glasses.", params (string, string)[] fields)
    {
        var page = await who.Open("/knowledge/new");
        (string, string)[] usual =
        [
            ("Input.Country", "IQ"),
            ("Input.Topic", "culture"),
            ("Input.Language", "en"),
            ("Input.Title", _title),
            ("Input.Text", text.Replace("**Three** glasses.", "You drink **Three** glasses.", StringComparison.Ordinal)),
        ];
        return await who.Submit(page.Form(fields: [.. usual, .. fields]), (IHtmlElement)page.One($"button[value={verb}]"));
    }

    // On PostgreSQL news is final only when every transaction of the server that began before it is over.
    private static Task Comes(Reader reader, string address, string words) =>
        World.Words.Come(
            async () => (await reader.Open(address)).Text.Contains(words, StringComparison.Ordinal),
            TimeSpan.FromSeconds(30),
            $"{words} on {address}"
        );

    private static (string, string)[] Voice(params (string, string)[] fields) =>
        [("Input.Basis", "Lived"), ("Input.LastYear", "2026"), .. fields];

    private static IHtmlElement Save(Page page) => (IHtmlElement)page.One("button[value=publish]");

    private Task<Article> Stored() => village.House.Ask(db => db.Set<Article>().AsNoTracking().SingleAsync(a => a.Slug == Slug));
}
