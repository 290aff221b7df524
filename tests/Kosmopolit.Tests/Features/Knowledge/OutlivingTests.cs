using System.Net;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Knowledge.Pictures;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Trust.Leaving;
using Kosmopolit.Platform.Pictures;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Knowledge;

/// <summary>Knowledge outlives people: the bank of somebody who erased themselves reads well.</summary>
[UsesDatabase]
public sealed class OutlivingTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Names_and_drafts_go_texts_and_pictures_stay_and_claims_ask_for_somebody_new()
    {
        const string email = "zarathea@example.org";
        var now = village.House.Clock.GetUtcNow();
        var gone = await village.Settle(email, "Zarathea", village.Home, m => m.ShowTo(Kosmopolit.Platform.Auth.Audience.Public));
        var text = Text("harbours", "Harbours open at four.", gone.Id);
        text.Publish(now);
        var draft = Text("half-done", "Nobody has read this.", gone.Id);
        var (used, drafted) = (Picture(gone.Id), Picture(gone.Id));
        await village.House.Store(text, draft, used.Row, used.File, drafted.Row, drafted.File);
        await village.House.Store(
            new PictureUse(text.Id, used.Row.Id),
            new PictureUse(draft.Id, drafted.Row.Id),
            Claim.Mark(
                text.Id,
                ("KM", "culture", "en"),
                "",
                new Voice(gone.Id, true, new(Basis.Lived, 1990, 2004, "", 2020), ("", true), now),
                now
            )
        );
        using var visitor = village.House.Reader();
        using var anna = await village.As(village.Coordinator);
        Assert.Contains("Zarathea", (await anna.Open("/knowledge/harbours/history")).Text, StringComparison.Ordinal);

        Assert.Null(
            await village.House.By(
                email,
                async s =>
                {
                    var erase = s.GetRequiredService<EraseMe>();
                    return await erase.Run(new EraseInput { Word = erase.Word });
                }
            )
        );
        await World.Words.Come(
            async () => !(await anna.Open("/knowledge/harbours/history")).Text.Contains("Zarathea", StringComparison.Ordinal),
            TimeSpan.FromSeconds(20)
        );
        var page = (await visitor.Open("/knowledge/harbours")).Is(HttpStatusCode.OK);
        Assert.DoesNotContain("Zarathea", page.Body, StringComparison.Ordinal);
        Assert.Contains("Harbours open at four.", page.Text, StringComparison.Ordinal);
        Assert.Contains("lived there", page.Text, StringComparison.Ordinal);
        Assert.Contains("Who knows it today?", page.Text, StringComparison.Ordinal);
        (await visitor.Open($"/knowledge/pictures/{used.Row.Name}")).Is(HttpStatusCode.OK);
        Assert.DoesNotContain(await village.House.All<Article>(), a => a.Slug == "half-done");
        Assert.DoesNotContain(await village.House.All<ArticleVersion>(), v => v.Text == "Nobody has read this.");
        Assert.DoesNotContain(await village.House.All<PictureFile>(), f => f.PictureId == drafted.Row.Id);

        // Somebody else takes it on.
        var claim = Assert.Single(await village.House.All<Claim>());
        var form = await anna.Open($"/claims/{claim.Id}");
        await anna.Submit(
            form.Form("form[data-keep=speak]", ("Input.Basis", "Lived"), ("Input.LastYear", "2026")),
            (AngleSharp.Html.Dom.IHtmlElement)form.One("button[value=true]")
        );
        Assert.DoesNotContain("Who knows it today?", (await anna.Open("/knowledge/harbours?then")).Text, StringComparison.Ordinal);
    }

    private Article Text(string slug, string words, Guid by) =>
        Article.Begin(
            slug,
            new Subject("KM", "culture", "en"),
            new(slug, "", words),
            new Writer(by, "", ShowsName: true),
            village.House.Clock.GetUtcNow()
        );

    private (Picture Row, PictureFile File) Picture(Guid by)
    {
        var drawn = new Redrawn(1, 1, [1], [1]);
        var row = new Picture(by, "A harbour", drawn, village.House.Clock.GetUtcNow());
        return (row, new PictureFile(row, drawn));
    }
}
