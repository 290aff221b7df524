using AngleSharp.Html.Parser;
using CsCheck;
using Kosmopolit.Platform.Ui.Markup;

namespace Kosmopolit.Tests.Platform.Ui.Markup;

/// <summary>What somebody stands for is marked where it stands; the words and everything else stay as they were.</summary>
public sealed class MarkedPassagesTests
{
    private const string Text = "Tea is **free** and [good](https://a.example/).\n\n- one glass\n- two *glasses*\n\nMore.";

    [Theory]
    [InlineData("is free and", "is |free| and")]
    [InlineData("free and good (a.example).", "free| and |good| (|a.example|)|.")]
    [InlineData("free and good.", "free| and |good|.")]
    [InlineData("is **free**", "is |free")]
    [InlineData("glass\ntwo glasses", "glass|two |glasses")]
    [InlineData("More.", "More.")]
    public void A_passage_is_marked_over_whatever_it_runs(string words, string pieces)
    {
        var html = Marked(Text, words);
        Assert.Equal(pieces, string.Join('|', html.QuerySelectorAll("mark.stood").Select(m => m.TextContent)));
        Assert.Equal("#claim-1", Assert.Single(html.QuerySelectorAll("a.stood")).GetAttribute("href"));
        Assert.Empty(html.QuerySelectorAll("a a"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Nobody wrote this")]
    [InlineData("<script>alert(1)</script>")]
    public void What_does_not_stand_there_changes_nothing(string words) =>
        Assert.Equal(new HtmlParser().ParseDocument(SafeMarkdown.ToHtml(Text)).Body!.InnerHtml, Marked(Text, words).Body!.InnerHtml);

    [Fact]
    public void Passages_may_lie_within_each_other()
    {
        var html = Marked(Text, "Tea is free and good", "free", "is free");
        Assert.Equal(3, html.QuerySelectorAll("a.stood").Length);
        Assert.Equal(
            "Tea is free● and good● (a.example)",
            html.QuerySelector("p")!.TextContent[..^1].Replace("●●", "●", StringComparison.Ordinal)
        );
        Assert.Empty(html.QuerySelectorAll("mark mark"));
    }

    [Fact]
    public void Many_marks_in_a_long_text_cost_little_more_than_the_text()
    {
        var text = string.Join(
            "\n\n",
            Enumerable.Range(0, 2000).Select(i => $"Paragraph {i} tells of *something* that was seen in the harbour.")
        );
        var marks = Enumerable
            .Range(0, 50)
            .Select(i => new PassageMark($"Paragraph {i * 40} tells of something", $"c{i}", "●", "Sure"))
            .ToList();
        var (without, with) = (Allocated(() => SafeMarkdown.ToHtml(text)), Allocated(() => SafeMarkdown.ToHtml(text, marks)));
        Assert.Equal(50, new HtmlParser().ParseDocument(SafeMarkdown.ToHtml(text, marks)).QuerySelectorAll("a.stood").Length);
        Assert.InRange(with, 0, without * 3);
    }

    [Fact]
    public void Whatever_is_marked_the_words_stay()
    {
        var seen = SafeMarkdown.ToSeen(Text);
        Gen.Select(Gen.Int[0, seen.Length - 1], Gen.Int[1, 30])
            .Array[1, 4]
            .Sample(cuts =>
            {
                var html = Marked(Text, [.. cuts.Select(c => seen[c.Item1..Math.Min(seen.Length, c.Item1 + c.Item2)])]);
                foreach (var link in html.QuerySelectorAll("a.stood").ToList())
                    link.Remove();
                Assert.Equal(seen, SafeMarkdown.Folded(html.Body!.TextContent));
            });
    }

    private static long Allocated(Func<string> work)
    {
        work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Marked(string markdown, params string[] words) =>
        new HtmlParser().ParseDocument(
            SafeMarkdown.ToHtml(markdown, [.. words.Select((w, i) => new PassageMark(w, $"claim-{i + 1}", "●", "Sure"))])
        );
}
