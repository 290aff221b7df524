using System.Text;
using CsCheck;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Search;
using Kosmopolit.Features.Search.Asking;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Xunit;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>Whatever is typed is words. It never breaks, never becomes syntax and never grows without bounds.</summary>
[UsesDatabase]
public sealed class HostileQuestionTests(WordsWorld world) : IClassFixture<WordsWorld>
{
    public static readonly TheoryData<string> Texts =
    [
        "",
        "   \t\r\n ",
        "🧿🧿🧿",
        "\0\u0001\u001f\u007f",
        "\ud800",
        "a\udc00b",
        "\u202e\u202d\u2066\u2069",
        "tull في العراق customs بغداد \u200f!? גבול 12% (Irak)",
        "\u202eqirI nak mev\u202c مرحبا \u2067Umeå\u2069 123",
        "👩🏽‍💼🇮🇶🕌🫖",
        string.Concat(Enumerable.Repeat("🧿🇸🇪", 2_000)),
        string.Concat(Enumerable.Repeat("tull (الجمارك) OR ", 600)),
        "kind:person",
        "level:MyNetwork OR nets:*",
        "*:*",
        "a* OR b? AND NOT c~2",
        "/.*/",
        "\"ohne Ende",
        "[a TO z] {x TO y}",
        "((((((((((",
        "\\\\\\",
        "+-!(){}[]^\"~*?:\\/&&||",
        "'; DROP TABLE Members; --",
        "%%%___%",
        "<script>alert(1)</script>",
        "{{7*7}} ${jndi:ldap://x}",
        "́́́́́",
        "\u200c\u200d\ufeff",
        new string('a', 10_000),
        string.Concat(Enumerable.Repeat("ord ", 5_000)),
        string.Concat(Enumerable.Range(0, 3_000).Select(i => $"w{i} ")),
        new string('市', 3_000),
        string.Concat(Enumerable.Repeat("\u0e01\u0e33", 2_000)),
        string.Concat(Enumerable.Repeat("Iran Irak Vietnam ", 400)),
        "ﷺ ﷺ ﷺ ½ ⅓ ﬀ Ⅷ",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Any_text_is_answered(string text)
    {
        var answer = await world.House.Find(text);
        Assert.Equal(IndexState.Ready, answer.State);
        Assert.True(answer.Total >= answer.Hits.Count);
        await world.House.Complete(text);
    }

    [Theory]
    [InlineData("*:*")]
    [InlineData("level:everyone")]
    [InlineData("/.*/")]
    [InlineData("🧿")]
    [InlineData("?ran*")]
    public async Task Operators_are_no_operators(string text)
    {
        var everything = await world.House.Find("");
        var answer = await world.House.Find(text);
        Assert.True(answer.Total < everything.Total / 10, $"{text} found {answer.Total} of {everything.Total}");
    }

    [Fact]
    public void Random_texts_of_any_letters_are_read_without_a_fault()
    {
        var understanding = world.House.Get<Understanding>();
        Gen.Char.Array[0, 600]
            .Select(c => new string(c))
            .Sample(
                text =>
                {
                    var reading = understanding.Of(new SearchQuestion(text));
                    return reading.Text.Length <= SearchQuestion.MaxLength
                        && reading.Text.All(c => !char.IsControl(c))
                        && reading.Leads.All(l => l.Start >= 0 && l.Start + l.Length <= reading.Text.Length)
                        && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(reading.Text)) == reading.Text;
                },
                iter: 300
            );
    }

    [Theory]
    [InlineData("zz", null, null, null, null, null)]
    [InlineData(null, "no-such-topic", null, null, null, null)]
    [InlineData(null, null, "xx-Nope-\u0000", null, null, null)]
    [InlineData(null, null, null, "99999999999999999999999999999999999999999999999999", null, null)]
    [InlineData(null, null, null, null, "../../etc/passwd", null)]
    [InlineData(null, null, null, null, null, "no-such-kind")]
    public async Task A_forged_filter_finds_nothing(
        string? country,
        string? topic,
        string? language,
        string? sector,
        string? region,
        string? kind
    )
    {
        var answer = await world.House.Find(new SearchQuestion("", kind, country, topic, language, sector, region));
        Assert.Equal(0, answer.Total);
        Assert.Empty(answer.Hits);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.person/none")]
    [InlineData("-5.x")]
    [InlineData("999999999999.x")]
    [InlineData("2000.x")]
    [InlineData("7.")]
    [InlineData("garbage")]
    [InlineData("\0.\0")]
    public async Task A_forged_place_is_a_page_or_an_empty_one(string after)
    {
        var answer = await world.House.Find(new SearchQuestion("", After: after));
        Assert.True(answer.Total > 0);
    }

    [Fact]
    public async Task Pages_follow_one_another_without_repeating_or_leaving_out()
    {
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await world.House.Find(new SearchQuestion("", Kinds.Country, After: after) { Count = 40 });
            seen.AddRange(page.Hits.Select(h => h.Key));
            Assert.Equal(250, page.Total);
            after = page.NextAfter;
        } while (after is not null);
        Assert.Equal(250, seen.Count);
        Assert.Equal(250, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_page_begins_after_the_last_one_seen_even_when_somebody_new_came_before()
    {
        await using var house = new SearchHouse();
        await house.InitializeAsync();
        await house.Store(
            Enumerable
                .Range(0, 6)
                .Select(i => SearchHouse.Person($"Person {i}", Audience.Public).Knows("PE", Audience.Public, Basis.Studied))
        );
        await house.CatchUp();
        var first = await house.Find(new SearchQuestion("", Kinds.Person, "PE") { Count = 3 });
        await house.Store(SearchHouse.Person("Newcomer", Audience.Public).Knows("PE", Audience.Public, Basis.Lived, contact: 2026));
        await house.CatchUp();
        var second = await house.Find(new SearchQuestion("", Kinds.Person, "PE", After: first.NextAfter) { Count = 3 });
        Assert.Empty(first.People().Intersect(second.People()));
        Assert.Equal(3, second.Hits.Count);
    }
}
