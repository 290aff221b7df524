using System.Net;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Features.Knowledge;

/// <summary>A text gives way to another one for a reason that everybody can read, and comes back when that was wrong.</summary>
[UsesDatabase]
public sealed class ReplacingTests(Village village) : IClassFixture<Village>
{
    private static int _texts;

    private readonly string _slug = $"replaced-{Interlocked.Increment(ref _texts)}";

    [Fact]
    public async Task Whoever_replaces_a_text_says_why_and_everybody_finds_the_new_one()
    {
        await Begin("old", "new");
        using var anna = await village.As(village.Coordinator);
        var silent = await Replace(anna, "old", Address("new"), reason: "");
        Assert.Contains("Say why", silent.One(".refusal").TextContent, StringComparison.Ordinal);
        Assert.Equal(Address("new"), silent.One("[name='Replacing.Successor']").GetAttribute("value"));
        Assert.NotNull(silent.Html.QuerySelector("details[open] [name='Replacing.Reason']"));
        await Replace(anna, "old", Address("new"));
        using var visitor = village.House.Reader();
        var page = (await visitor.Open(Address("old"))).Is(HttpStatusCode.OK);
        Assert.StartsWith(Address("new"), page.One(".notice a").GetAttribute("href"), StringComparison.Ordinal);
        var history = await visitor.Open($"{Address("old")}/history");
        Assert.Contains("Replaced by another text", history.Text, StringComparison.Ordinal);
        Assert.Contains("It says more", history.Text, StringComparison.Ordinal);
        Assert.Contains("A member", history.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_member_brings_it_back()
    {
        await Begin("old", "new");
        using var anna = await village.As(village.Coordinator);
        await Replace(anna, "old", Address("new"));
        using var nils = await village.As(village.Neighbour);
        var edit = await nils.Open($"{Address("old")}/edit");
        Assert.StartsWith(Address("new"), edit.One(".notice a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("Find your network", edit.One("main").TextContent, StringComparison.Ordinal);
        var silent = await nils.Submit(edit.Form("form[data-keep=back]"));
        Assert.Contains("Say why", silent.One(".refusal").TextContent, StringComparison.Ordinal);
        Assert.Equal(ArticleState.Superseded, (await Stored("old")).State);
        await nils.Submit(silent.Form("form[data-keep=back]", ("Back.Reason", "The new one leaves half out")));
        Assert.Equal((ArticleState.Published, null), ((await Stored("old")).State, (await Stored("old")).SuccessorId));
        Assert.Contains("The new one leaves half out", (await nils.Open($"{Address("old")}/history")).Text, StringComparison.Ordinal);
        Assert.NotNull((await nils.Open($"{Address("old")}/edit")).Html.QuerySelector("form[data-keep=edit]"));
    }

    [Fact]
    public async Task Three_texts_do_not_replace_each_other_in_a_ring()
    {
        await Begin("one", "two", "three");
        using var anna = await village.As(village.Coordinator);
        await Replace(anna, "one", Address("two"));
        await Replace(anna, "two", Address("three"));
        var ring = await Replace(anna, "three", Address("one"));
        Assert.Contains("has been replaced itself", ring.One(".refusal").TextContent, StringComparison.Ordinal);
        Assert.Equal(ArticleState.Published, (await Stored("three")).State);
    }

    [Theory]
    [InlineData("", "Paste the address")]
    [InlineData("https://elsewhere.example/nothing-here", "Paste the address")]
    [InlineData("self", "its own place")]
    public async Task What_cannot_take_its_place_is_refused_at_the_field(string successor, string why)
    {
        await Begin("self");
        using var anna = await village.As(village.Coordinator);
        var page = await Replace(anna, "self", successor == "self" ? Address("self") : successor);
        Assert.Contains(why, page.One("#field-successor-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("It says more", page.One("[name='Replacing.Reason']").GetAttribute("value"));
    }

    [Fact]
    public async Task Whoever_may_not_write_brings_nothing_back()
    {
        await Begin("old", "new");
        using var anna = await village.As(village.Coordinator);
        await Replace(anna, "old", Address("new"));
        var gone = await village.Settle($"out{_slug}@example.org", "Out", village.Home);
        using var outside = await village.As($"out{_slug}@example.org");
        var form = await outside.Open($"{Address("old")}/edit");
        await village.House.Do(db =>
            db.Set<Membership>()
                .Where(m => m.MemberId == gone.Id)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.EndedAt, village.House.Clock.GetUtcNow()))
        );
        await outside.Submit(form.Form("form[data-keep=back]", ("Back.Reason", "Mine")));
        Assert.Equal(ArticleState.Superseded, (await Stored("old")).State);
    }

    private string Address(string name) => $"/knowledge/{_slug}-{name}";

    private async Task<Page> Replace(Reader who, string name, string successor, string reason = "It says more") =>
        await who.Submit(
            (await who.Open($"{Address(name)}/edit")).Form(
                "form[data-keep=replace]",
                ("Replacing.Successor", successor),
                ("Replacing.Reason", reason)
            )
        );

    private async Task Begin(params string[] names)
    {
        var now = village.House.Clock.GetUtcNow();
        foreach (var name in names)
        {
            var text = Article.Begin($"{_slug}-{name}", new("IQ", "culture", "en"), new($"Tea {name}", "", "Tea."), new Writer(null), now);
            text.Publish(now);
            await village.House.Store(text);
        }
    }

    private Task<Article> Stored(string name) =>
        village.House.Ask(db => db.Set<Article>().AsNoTracking().SingleAsync(a => a.Slug == $"{_slug}-{name}"));
}
