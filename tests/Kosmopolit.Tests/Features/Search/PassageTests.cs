using System.Net;
using AngleSharp.Html.Dom;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Platform.Events;
using Kosmopolit.Tests.Features.Knowledge.Questions;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Words = Kosmopolit.Tests.World.Words;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>Of a long text a reader sees the passage that answers, with their words marked, and the link leads there.</summary>
[UsesDatabase]
public sealed class PassageTests(Village village) : IClassFixture<Village>
{
    /// <summary>"An edit is findable within 2 s", with room for a machine that many tests share.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private static readonly (string Title, string Language, string Filler, string Passage)[] Texts =
    [
        (
            "Höstmarknad",
            "sv",
            "Marknaden är stor och lastbilar kommer varje dag. ",
            "Vid gränsen <b>stämplar</b> & väger tullen varje lastbil innan den släpps in på marknaden."
        ),
        ("سوق الخريف", "ar", "السوق كبير وتصل الشاحنات كل يوم. ", "عند الحدود تختم الجمارك كل شاحنة وتزن البضائع قبل دخول السوق."),
        ("秋季市场", "zh", "市场很大每天都有卡车到来许多商人在这里见面喝茶聊天。", "海关在边境给每辆卡车盖章并称重货物然后才能进入市场。"),
        (
            "ตลาดฤดูใบไม้ร่วง",
            "th",
            "ตลาดใหญ่มากและมีรถบรรทุกมาทุกวันพ่อค้าหลายคนพบกันที่นี่ ",
            "ศุลกากรที่ชายแดนประทับตรารถบรรทุกทุกคันและชั่งน้ำหนักสินค้าก่อนเข้าตลาด"
        ),
    ];

    [Fact]
    public async Task The_passage_is_shown_and_led_to_in_any_script_and_an_edit_is_found_at_once()
    {
        await Words.Ready(village.House);
        using var anna = await village.As(village.Coordinator);
        foreach (var (title, language, filler, passage) in Texts)
            await Write(anna, title, language, $"{Paragraphs(filler)}\n\n{passage}\n\n{Paragraphs(filler)}");
        using var visitor = village.House.Reader();
        await Shows(visitor, "tullen stämplar lastbilen", "Höstmarknad", "stämplar", "tullen", "lastbil");
        await Shows(visitor, "الجمارك تختم البضائع", "سوق الخريف", "تختم", "الجمارك", "البضائع");
        await Shows(visitor, "海关盖章称重", "秋季市场", "海关", "盖章", "称重");
        await Shows(visitor, "ศุลกากรชั่งน้ำหนักสินค้า", "ตลาดฤดูใบไม้ร่วง", "ศุลกากร", "ชั่งน้ำหนักสินค้า");

        // What somebody typed is shown as they typed it: it never becomes markup.
        var snippet = await Snippet(visitor, "tullen stämplar lastbilen", "Höstmarknad");
        Assert.Contains("&lt;b&gt;", snippet.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("&amp;", snippet.InnerHtml, StringComparison.Ordinal);
        Assert.All(snippet.Children, c => Assert.Equal("mark", c.LocalName));

        await Edited(anna, visitor);
    }

    [Fact]
    public async Task The_answer_that_helped_is_led_to_and_shown_to_nobody_whom_it_is_not_for()
    {
        await Words.Ready(village.House);
        var berit = await village.Settle("berit@example.org", "Berit", village.Home);
        var question = await village.Asked(berit.Id, new Circle(Reach.Network, village.Home.Id), "Lastning?");
        var around = string.Concat(Enumerable.Repeat("Man väntar och dricker kaffe.\n\n", 30));
        var answer = await village.Answered(question, berit.Id, $"{around}Surra kättingarna två varv.\n\n{around}");
        using var asker = await village.As("berit@example.org");
        var page = await asker.Open($"/questions/{question.Id}");
        await asker.Submit(page.Form($"#a{answer.Id:N} form"));
        var hit = await Hit(asker, "surra kättingarna", "Lastning?");
        Assert.Equal($"#a{answer.Id:N}", new Uri(village.House.Address, hit.QuerySelector("h3 a")!.GetAttribute("href")!).Fragment);
        Assert.Equal(["Surra", "kättingarna"], hit.QuerySelectorAll("mark").Select(m => m.TextContent));
        foreach (var who in new[] { village.House.Reader(), await village.As(village.Neighbour) })
            using (who)
                Assert.DoesNotContain(
                    "kätting",
                    (await who.Open("/search?q=surra+k%C3%A4ttingarna")).One(".results").TextContent,
                    StringComparison.Ordinal
                );
    }

    // The change lies in the log with the write itself, and from there alone it comes into the index.
    private async Task Edited(Reader anna, Reader visitor)
    {
        var article = await village.House.Ask(db => db.Set<Article>().AsNoTracking().SingleAsync(a => a.Title == "Höstmarknad"));
        var form = await anna.Open($"/knowledge/{article.Slug}/edit");
        var before = await village.House.Ask(db => db.Set<LoggedEvent>().CountAsync(e => e.Kind == nameof(ArticleChanged)));
        await anna.Submit(
            form.Form(fields: [("Input.Text", "Nu heter det kvarnhjulsavgift.")]),
            (IHtmlElement)form.One("button[value=publish]")
        );
        var began = TimeProvider.System.GetTimestamp();
        Assert.Equal(before + 1, await village.House.Ask(db => db.Set<LoggedEvent>().CountAsync(e => e.Kind == nameof(ArticleChanged))));
        await Words.Come(
            async () => (await Find(visitor, "kvarnhjulsavgift")).QuerySelector(".hit mark")?.TextContent == "kvarnhjulsavgift",
            Soon,
            "The edited text"
        );
        TestContext.Current.TestOutputHelper?.WriteLine($"Found after {TimeProvider.System.GetElapsedTime(began).TotalMilliseconds:0} ms");
        // What it said before finds it no more.
        Assert.DoesNotContain(
            "Höstmarknad",
            (await Find(visitor, "stämplar")).QuerySelector(".results")!.TextContent,
            StringComparison.Ordinal
        );
    }

    private static async Task Shows(Reader reader, string question, string title, params string[] marked)
    {
        var hit = await Hit(reader, question, title);
        var marks = hit.QuerySelectorAll(".words mark").Select(m => m.TextContent).ToList();
        foreach (var word in marked)
            Assert.Contains(marks, m => m.Contains(word, StringComparison.Ordinal));
        Assert.InRange(hit.QuerySelector(".words")!.TextContent.Length, 1, 300);
        var href = hit.QuerySelector("h3 a")!.GetAttribute("href")!;
        var place = WebUtility.UrlDecode(href.Split("#:~:text=")[1]);
        var text = Texts.Single(t => t.Title == title).Passage;
        Assert.Contains(place, text, StringComparison.Ordinal);
        var language = hit.QuerySelector(".words")!.GetAttribute("lang");
        Assert.Equal(Texts.Single(t => t.Title == title).Language, language);
    }

    private static async Task<AngleSharp.Dom.IElement> Snippet(Reader reader, string question, string title) =>
        (await Hit(reader, question, title)).QuerySelector(".words")!;

    private static async Task<AngleSharp.Dom.IElement> Hit(Reader reader, string question, string title)
    {
        AngleSharp.Dom.IElement? hit = null;
        await Words.Come(
            async () =>
            {
                var found = await Find(reader, question);
                hit = found.QuerySelectorAll(".hit").FirstOrDefault(h => h.QuerySelector("h3 a")?.TextContent == title);
                return hit?.QuerySelector("mark") is not null;
            },
            TimeSpan.FromSeconds(30),
            title
        );
        return hit!;
    }

    private static async Task<AngleSharp.Dom.IDocument> Find(Reader reader, string question) =>
        (await reader.Open($"/search?q={Uri.EscapeDataString(question)}")).Is(HttpStatusCode.OK).Html;

    private static async Task Write(Reader who, string title, string language, string text)
    {
        var page = await who.Open("/knowledge/new");
        (string, string)[] fields =
        [
            ("Input.Country", "IQ"),
            ("Input.Topic", "customs"),
            ("Input.Language", language),
            ("Input.Title", title),
            ("Input.Text", text),
        ];
        await who.Submit(page.Form(fields: fields), (IHtmlElement)page.One("button[value=publish]"));
    }

    private static string Paragraphs(string words) =>
        string.Join("\n\n", Enumerable.Repeat(string.Concat(Enumerable.Repeat(words, 4)).Trim(), 12));
}
