using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kosmopolit.Tests.Features.Knowledge;

/// <summary>A machine that translates is asked only when an operator named one; what it wrote says so until a person went over it.</summary>
public sealed class TranslatorTests : IAsyncLifetime
{
    private WebApplication _machine = null!;
    private Village _village = null!;
    private bool _isBroken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _machine = builder.Build();
        _machine.MapPost(
            "/translate",
            (Dictionary<string, string?> asked) =>
                _isBroken
                    ? Results.StatusCode(500)
                    : Results.Json(new { translatedText = $"[{asked["source"]}>{asked["target"]}] {asked["q"]}" })
        );
        await _machine.StartAsync(TestContext.Current.CancellationToken);
        _village = new Village
        {
            Plan = new Plan { Settings = new Dictionary<string, string?> { ["Kosmopolit:Translate:Address"] = _machine.Urls.First() } },
        };
        await _village.InitializeAsync();
        await _village.House.Store(
            Article.Bring(
                "tea",
                new("IQ", "culture", "sv"),
                new("Te", "", "Drick te."),
                (ArticleOrigin.Starter, Rights.Ours),
                _village.House.Clock.GetUtcNow()
            )
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _village.DisposeAsync();
        await _machine.DisposeAsync();
    }

    [Fact]
    public async Task A_machines_draft_is_labelled_until_somebody_goes_over_it()
    {
        using var anna = await _village.As(_village.Coordinator);
        Assert.Contains("machine=1", (await anna.Open("/knowledge/new?of=tea")).Body, StringComparison.Ordinal);
        var page = await anna.Open("/knowledge/new?of=tea&machine=1");
        Assert.Equal("[sv>en] Drick te.", page.One("[name='Input.Text']").TextContent);
        await anna.Submit(page.Form(), (AngleSharp.Html.Dom.IHtmlElement)page.One("button[value=publish]"));
        var article = await _village.House.Ask(db => db.Set<Article>().AsNoTracking().SingleAsync(a => a.Language == "en"));
        Assert.True(article.IsMachine);
        Assert.Contains("A machine translated this text", (await anna.Open($"/knowledge/{article.Slug}")).Text, StringComparison.Ordinal);
        var edit = await anna.Open($"/knowledge/{article.Slug}/edit");
        await anna.Submit(
            edit.Form(fields: [("Input.Text", "Drink tea.")]),
            (AngleSharp.Html.Dom.IHtmlElement)edit.One("button[value=publish]")
        );
        Assert.False(
            await _village.House.Ask(db => db.Set<Article>().Where(a => a.Id == article.Id).Select(a => a.IsMachine).SingleAsync())
        );
    }

    [Fact]
    public async Task A_machine_that_fails_costs_nobody_their_page()
    {
        _isBroken = true;
        using var anna = await _village.As(_village.Coordinator);
        var page = await anna.Open("/knowledge/new?of=tea&machine=1");
        Assert.Contains("does not answer at the moment", page.Text, StringComparison.Ordinal);
        Assert.Equal("Drick te.", page.One("[name='Input.Text']").TextContent);
    }
}
