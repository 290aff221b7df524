using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Pictures;
using Kosmopolit.Platform.Pictures;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.Platform.Pictures;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace Kosmopolit.Tests.Features.Knowledge.Pictures;

/// <summary>A member puts a picture into a text without script; it is seen by whoever may read the text, and by nobody else.</summary>
[UsesDatabase]
public sealed class PictureTests(Village village) : IClassFixture<Village>
{
    private static int _texts;

    private readonly string _title = $"Shop fronts {Interlocked.Increment(ref _texts)}";

    private string Slug => Kosmopolit.Platform.Slug.Of(_title);

    [Fact]
    public async Task A_picture_comes_into_the_text_and_everybody_sees_it_once_it_is_published()
    {
        using var anna = await village.As(village.Coordinator);
        var form = await Put(anna, await anna.Open("/knowledge/new"), "A shop in [Basra]");
        Assert.Contains("stands at the end of the text", form.Text, StringComparison.Ordinal);
        var text = form.One("[name='Input.Text']").TextContent;
        Assert.StartsWith("Words.", text, StringComparison.Ordinal);
        Assert.Contains("![A shop in (Basra)](/knowledge/pictures/", text, StringComparison.Ordinal);
        var address = "/knowledge/pictures/" + PictureName.Of(NamedPictures.In(text)[0].Id, 60, 40);

        // Not in a text yet: its owner sees it in the preview, nobody else anywhere.
        var preview = await anna.Submit(form.Form(), Button(form, "preview"));
        Assert.Equal(address, preview.One(".preview img").GetAttribute("src"));
        (await anna.Open(address)).Is(HttpStatusCode.OK);
        using var visitor = village.House.Reader();
        (await visitor.Open(address)).Is(HttpStatusCode.NotFound);

        var draft = await anna.Submit(preview.Form(), Button(preview, "draft"));
        using var nils = await village.As(village.Neighbour);
        (await nils.Open(address)).Is(HttpStatusCode.NotFound);
        Assert.True((await anna.Open(address)).Is(HttpStatusCode.OK).Headers.CacheControl!.NoStore);

        await anna.Submit(draft.Form(), Button(draft, "publish"));
        var shown = (await visitor.Open($"{address}?published")).Is(HttpStatusCode.OK);
        Assert.Equal("image/webp", shown.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", shown.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", shown.Headers.GetValues("X-Content-Type-Options").Single());
        (await visitor.Open(address.Replace(".webp", ".small.webp", StringComparison.Ordinal))).Is(HttpStatusCode.OK);
        (await visitor.Open(address.Replace("60x40", "61x40", StringComparison.Ordinal))).Is(HttpStatusCode.NotFound);
        var image = (IHtmlImageElement)(await visitor.Open($"/knowledge/{Slug}")).One(".prose img");
        Assert.Equal(
            ("A shop in (Basra)", "60", "40", "lazy"),
            (image.AlternativeText, image.GetAttribute("width"), image.GetAttribute("height"), image.GetAttribute("loading"))
        );
        // A copy to take along has it inside.
        var copy = await visitor.Open("/countries/iq/culture/copy.html");
        Assert.Contains(
            copy.Html.QuerySelectorAll(".prose img"),
            i => i.GetAttribute("src")!.StartsWith("data:image/webp;base64,", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_text_that_is_changed_gets_its_picture_and_keeps_what_was_typed()
    {
        using var anna = await village.As(village.Coordinator);
        await Publish(anna, "Words.");
        var form = await Put(
            anna,
            await anna.Open($"/knowledge/{Slug}/edit"),
            "A lamp",
            ("Input.Text", "Other words."),
            ("Input.Why", "A lamp")
        );
        Assert.Equal("A lamp", form.One("[name='Input.Why']").GetAttribute("value"));
        await anna.Submit(form.Form(), Button(form, "publish"));
        var stored = await village.House.Ask(db => db.Set<Article>().AsNoTracking().SingleAsync(a => a.Slug == Slug));
        Assert.StartsWith("Other words.\n\n![A lamp](", stored.Text, StringComparison.Ordinal);
        Assert.Equal(1, await village.House.Ask(db => db.Set<PictureUse>().CountAsync(u => u.ArticleId == stored.Id)));
    }

    [Theory]
    [InlineData("", "image/png", "for those who do not see it")]
    [InlineData("A shop", "image/jpeg", "says that it is")]
    public async Task What_is_not_right_is_said_and_the_text_stays(string description, string type, string why)
    {
        using var anna = await village.As(village.Coordinator);
        var form = await PutFile(anna, await anna.Open("/knowledge/new"), description, type: type);
        Assert.Contains(why, form.One(".refusal").TextContent, StringComparison.Ordinal);
        Assert.Equal("Words.", form.One("[name='Input.Text']").TextContent);
        Assert.NotNull(form.Html.QuerySelector("details[open]"));
    }

    [Fact]
    public async Task A_file_above_eight_megabytes_is_refused_and_the_text_stays_and_sixteen_are_never_read()
    {
        using var anna = await village.As(village.Coordinator);
        var page = await anna.Open("/knowledge/new");
        var form = await PutFile(anna, page, "Large", file: new byte[9_000_000]);
        Assert.Contains("at most 8 MB", form.One(".refusal").TextContent, StringComparison.Ordinal);
        Assert.Equal("Words.", form.One("[name='Input.Text']").TextContent);
        // Everywhere else the limit is as it was.
        (await PutFile(anna, page, "Large", file: new byte[2_000_000], to: "/knowledge/new")).Is(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Naming_somebody_elses_picture_does_not_publish_it()
    {
        using var nils = await village.As(village.Neighbour);
        var text = (await Put(nils, await nils.Open("/knowledge/new"), "Mine")).One("[name='Input.Text']").TextContent;
        var address = "/knowledge/pictures/" + PictureName.Of(NamedPictures.In(text)[0].Id, 60, 40);
        using var anna = await village.As(village.Coordinator);
        await Publish(anna, $"![His]({address})");
        using var visitor = village.House.Reader();
        (await visitor.Open(address)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_picture_without_a_description_is_not_published()
    {
        using var anna = await village.As(village.Coordinator);
        var page = await Publish(anna, $"![ ](/knowledge/pictures/{PictureName.Of(Guid.NewGuid(), 60, 40)})");
        Assert.Contains("for those who do not see it", page.One(".refusal").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_no_text_goes_after_a_week()
    {
        using var anna = await village.As(village.Coordinator);
        var lost = NamedPictures
            .In((await Put(anna, await anna.Open("/knowledge/new"), "Lost")).One("[name='Input.Text']").TextContent)[0]
            .Id;
        var form = await Put(anna, await anna.Open("/knowledge/new"), "Kept");
        var kept = NamedPictures.In(form.One("[name='Input.Text']").TextContent)[0].Id;
        await anna.Submit(form.Form(), Button(form, "publish"));
        await village.House.Do(db =>
            db.Set<Picture>().ExecuteUpdateAsync(p => p.SetProperty(x => x.At, village.House.Clock.GetUtcNow().AddDays(-8)))
        );
        await using (var scope = village.House.App.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ForgetPictures>().Run(Until.Stopped);
        var left = await village.House.Ask(db => db.Set<PictureFile>().Select(f => f.PictureId).ToListAsync());
        Assert.Contains(kept, left);
        Assert.DoesNotContain(lost, left);
    }

    [Fact]
    public async Task A_stranger_to_every_network_puts_nothing_in()
    {
        await village.Settle($"lone{_texts}@example.org", "Lone", null);
        using var lone = await village.As($"lone{_texts}@example.org");
        using var anna = await village.As(village.Coordinator);
        await Publish(anna, "Words.");
        (await lone.Open($"/knowledge/pictures?slug={Slug}")).Is(HttpStatusCode.NotFound);
        Assert.Null((await lone.Open("/knowledge/pictures")).Html.QuerySelector("input[type=file]"));
    }

    private Task<Page> Publish(Reader who, string text) => Send(who, text);

    private async Task<Page> Send(Reader who, string text)
    {
        var page = await who.Open("/knowledge/new");
        return await who.Submit(page.Form(fields: Fields(text)), Button(page, "publish"));
    }

    private (string, string)[] Fields(string text) =>
        [("Input.Country", "IQ"), ("Input.Topic", "culture"), ("Input.Language", "en"), ("Input.Title", _title), ("Input.Text", text)];

    private static IHtmlElement Button(Page page, string value) => (IHtmlElement)page.One($"button[value={value}]");

    /// <summary>Presses "Put it in" as a browser does: the whole form, and the file.</summary>
    private Task<Page> Put(Reader who, Page page, string description, params (string Name, string Value)[] fields) =>
        PutFile(who, page, description, fields: fields);

    private async Task<Page> PutFile(
        Reader who,
        Page page,
        string description,
        string type = "image/png",
        byte[]? file = null,
        string? to = null,
        (string Name, string Value)[]? fields = null
    )
    {
        var form = page.Form(
            "form[data-keep]",
            page.Html.QuerySelector("[name='Input.Country']") is null ? [("Input.Text", "Words.")] : Fields("Words.")
        );
        var sent = form.QuerySelectorAll("[name]")
            .Where(e =>
                e
                    is not IHtmlButtonElement
                        and not IHtmlInputElement { Type: "file" }
                        and not IHtmlInputElement { Type: "checkbox", IsChecked: false }
            )
            .Select(e =>
                (
                    Name: e.GetAttribute("name")!,
                    Value: (e as IHtmlInputElement)?.Value ?? (e as IHtmlTextAreaElement)?.Value ?? (e as IHtmlSelectElement)?.Value ?? ""
                )
            )
            .Where(f => f.Name != "Input.PictureText" && fields?.Any(x => x.Name == f.Name) != true)
            .Concat(fields ?? [])
            .Append(("Input.PictureText", description))
            .Append(("Input.Do", "picture"))
            .ToList();
        var address = to ?? page.One("button[value=picture]").GetAttribute("formaction")!;
        return await who.Send(() =>
        {
            var content = new MultipartFormDataContent();
            foreach (var (name, value) in sent)
                content.Add(new StringContent(value), name);
            var picture = new ByteArrayContent(file ?? Drawing.File(SKEncodedImageFormat.Png));
            picture.Headers.ContentType = new MediaTypeHeaderValue(type);
            content.Add(picture, "Picture", "shop.png");
            return new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        });
    }
}
