using System.Buffers;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Kosmopolit.Features.Countries;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Countries;

/// <summary>Every country's page, in every language, read as a visitor reads it.</summary>
[UsesDatabase]
[Slow]
public sealed partial class EveryCountryTests(DemoHouse demo)
{
    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Every_country_and_a_topic_of_each_can_be_read(string tag)
    {
        var language = ReaderLanguage.Find(tag)!;
        var atlas = (await demo.Open()).App.Services.GetRequiredService<Atlas>();
        var english = LeftInEnglish(language);
        using var visitor = await demo.Visitor(tag);
        Assert.Equal(250, atlas.Countries.Count);
        Found.Nothing(
            await Calm.Each(
                atlas.Countries.Index(),
                async c =>
                {
                    var address = $"/countries/{c.Item.Alpha2.ToLowerInvariant()}";
                    var topic = TopicKeys.OfCountries[c.Index % TopicKeys.OfCountries.Count];
                    var (page, part) = (await visitor.Open(address), await visitor.Open($"{address}/{topic}"));
                    var mistakes = Read(page, language, c.Item, atlas, english).Concat(Read(part, language, c.Item, atlas, english));
                    return [.. mistakes.Select(m => $"{tag} {address} ({topic}): {m}")];
                }
            )
        );
    }

    /// <summary>The reading can fail: an English page read as a Swedish one shows English sentences.</summary>
    [Fact]
    public async Task English_left_on_a_page_is_noticed()
    {
        var atlas = (await demo.Open()).App.Services.GetRequiredService<Atlas>();
        using var visitor = await demo.Visitor();
        var page = await visitor.Open("/countries/de");
        var mistakes = Read(page, ReaderLanguage.Swedish, atlas.Country("DE")!, atlas, LeftInEnglish(ReaderLanguage.Swedish)).ToList();
        Assert.Contains(mistakes, m => m.StartsWith("English:", StringComparison.Ordinal));
        Assert.Contains(mistakes, m => m.StartsWith("lang", StringComparison.Ordinal));
        Assert.Contains(mistakes, m => m.StartsWith("heading", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-11-23", true)]
    [InlineData("11-23", true)]
    [InlineData("2026-11-23T08:00:00Z", true)]
    [InlineData("2026-11-23T25:00:00Z", false)]
    [InlineData("2026-13-23", false)]
    [InlineData("23/11/2026", false)]
    public void Dates_for_machines_are_recognised(string date, bool valid) => Assert.Equal(valid, Dates().IsMatch(date));

    [Theory]
    [InlineData("VN", true)]
    [InlineData("Vietnam, VN", true)]
    [InlineData("zh-hant", true)]
    [InlineData("Vietnam", false)]
    public void A_code_where_a_name_belongs_is_recognised(string text, bool code) => Assert.Equal(code, Codes(text).Any());

    private static IEnumerable<string> Read(Page page, ReaderLanguage language, Country country, Atlas atlas, SearchValues<string>? english)
    {
        if (page.Status != HttpStatusCode.OK)
        {
            yield return $"status {(int)page.Status}";
            yield break;
        }
        var root = page.Html.DocumentElement;
        if (root.GetAttribute("lang") != language.Tag || root.GetAttribute("dir") != language.Direction)
            yield return $"lang “{root.GetAttribute("lang")}”";
        if (Page.Fold(page.Html.QuerySelector("h1")) != country.Name(language.Tag))
            yield return $"heading “{Page.Fold(page.Html.QuerySelector("h1"))}”";
        if (page.Html.QuerySelectorAll("h1, h2, h3, h4, dt, th, caption, summary, legend, a, title").Any(h => Page.Fold(h).Length == 0))
            yield return "an empty heading, label or link";
        foreach (var date in page.Html.QuerySelectorAll("time").Select(t => t.GetAttribute("datetime") ?? t.TextContent))
            if (!Dates().IsMatch(date))
                yield return $"date “{date}”";
        foreach (var e in page.Html.QuerySelectorAll("h1, h2, h3, dt, main a, main title, main dd, main li"))
        foreach (var code in Codes(Page.Fold(e)).Where(c => !IsName(c, language, atlas)))
            yield return $"code “{code}” in {e.LocalName}";
        foreach (var other in page.Html.QuerySelectorAll("body [lang]").Where(e => e.GetAttribute("lang") != language.Tag).ToList())
            other.Remove();
        var text = string.Join('\n', Said(page.Html));
        if (Nothing().Match(text) is { Success: true } nothing)
            yield return $"“{nothing.Value}”";
        if (english is not null && text.AsSpan().IndexOfAny(english) is >= 0 and var at)
            yield return $"English: …{text.Substring(at, Math.Min(60, text.Length - at))}";
    }

    /// <summary>All that is said on a page: its texts, and what stands in attributes that people hear or see.</summary>
    private static IEnumerable<string> Said(IDocument html) =>
        html.QuerySelectorAll("title, meta[name=description], body *")
            .SelectMany(e =>
                e.ChildNodes.OfType<IText>()
                    .Select(t => t.Text)
                    .Concat(
                        new[] { "aria-label", "title", "placeholder", "alt", "data-label", "content" }
                            .Select(a => e.GetAttribute(a))
                            .OfType<string>()
                    )
            )
            .Select(t => t.Trim())
            .Where(t => t.Length > 0);

    // Sources with places for arguments are looked for piece by piece.
    private static SearchValues<string>? LeftInEnglish(ReaderLanguage language)
    {
        if (language == ReaderLanguage.English)
            return null;
        var entries = Catalogue.For(language).Entries;
        var translations = string.Join('\n', entries.SelectMany(e => e.Translations));
        var pieces = entries
            .SelectMany(e => new[] { e.Id, e.Plural }.OfType<string>())
            .SelectMany(t => Places().Split(t))
            .Select(t => t.Trim())
            .Where(t => t.Length > 12 && !translations.Contains(t, StringComparison.Ordinal));
        return SearchValues.Create([.. pieces], StringComparison.Ordinal);
    }

    // Some languages are called as their code is: gan, luo.
    private static bool IsName(string text, ReaderLanguage language, Atlas atlas) =>
        char.IsAsciiLetterLower(text[0]) && atlas.Languages.Any(l => atlas.LanguageName(l.Tag, language.Tag) == text);

    private static IEnumerable<string> Codes(string text) =>
        text.Split([", ", "، ", " · ", ": "], StringSplitOptions.None).Where(t => Code().IsMatch(t));

    [GeneratedRegex(@"^(\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?Z)?$|^\d{4}(-(0[1-9]|1[0-2]))?$")]
    private static partial Regex Dates();

    [GeneratedRegex(@"^(?:[A-Z]{2}|[A-Z]{4}|[a-z]{2,3}(?:-[A-Za-z]{2,4})?)$")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b(?:null|undefined|NaN)\b|\{\d\}|System\.|Kosmopolit\.Features")]
    private static partial Regex Nothing();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Places();
}
