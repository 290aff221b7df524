using System.Diagnostics;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Search;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Tests.World;
using Xunit;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>While somebody types: what the last words may become, in any script, in the reader's language.</summary>
[UsesDatabase]
public sealed class CompletionTests(WordsWorld world) : IClassFixture<WordsWorld>
{
    [Theory]
    // The last words of a question, whatever stands before them.
    [InlineData("vem kan tull i pol", "sv", "vem kan tull i ", "country", "PL", "Polen")]
    [InlineData("vem talar pol", "sv", "vem talar ", "language", "pl", "polska")]
    [InlineData("who knows new z", "en", "who knows ", "country", "NZ", "New Zealand")]
    [InlineData("  new ", "en", "", "country", "NZ", "New Zealand")]
    [InlineData("vem kan Bosnien-", "sv", "vem kan ", "country", "BA", "Bosnien och Hercegovina")]
    [InlineData("who knows cote d'iv", "en", "who knows ", "country", "CI", "Côte d’Ivoire")]
    [InlineData("affär i ö", "sv", "affär i ", "country", "AT", "Österrike")]
    // Topics, regions, sectors.
    [InlineData("vem kan tulldekl", "sv", "vem kan ", "topic", "customs", "tull")]
    [InlineData("who knows transp", "en", "who knows ", "topic", "logistics", "transport and logistics")]
    [InlineData("vem i lyck", "sv", "vem i ", "region", "2481", "Lycksele")]
    [InlineData("norrb", "sv", "", "region", "25", "Norrbottens län")]
    [InlineData("vem säljer kaff", "sv", "vem säljer ", "sector", "4637", "Partihandel med kaffe, te, kakao och kryddor")]
    // Any script, folded, in the reader's language.
    [InlineData("Ира", "sv", "", "country", "IQ", "Irak")]
    [InlineData("谁了解波兰", "sv", "谁了解", "country", "PL", "Polen")]
    [InlineData("อิหร", "sv", "", "country", "IR", "Iran")]
    [InlineData("من يعرف العرا", "ar", "من يعرف ", "country", "IQ", "العراق")]
    [InlineData("من يعرف الجمارك بالعرا", "ar", "من يعرف الجمارك ب", "country", "IQ", "العراق")]
    [InlineData("من يتكلم بولن", "ar", "من يتكلم ", "language", "pl", "البولندية")]
    [InlineData("saudi", "ar", "", "country", "SA", "المملكة العربية السعودية")]
    [InlineData("vitryssl", "sv", "", "country", "BY", "Belarus")]
    [InlineData("osterr", "sv", "", "country", "AT", "Österrike")]
    [InlineData("VEM KAN TURKI", "sv", "VEM KAN ", "country", "TR", "Turkiet")]
    // People and firms.
    [InlineData("vem känner Nguyen L", "sv", "vem känner ", "person", null, "Nguyễn Thị Linh")]
    [InlineData("陈", "sv", "", "person", null, "陈伟")]
    [InlineData("hur når jag väv", "sv", "hur når jag ", "firm", null, "Väven i Lycksele AB")]
    public async Task The_last_words_are_completed(string typed, string language, string before, string kind, string? key, string name)
    {
        var completed = await world.House.Completed(typed, language: language);
        Assert.Equal(before, completed.Before);
        Assert.Contains(completed.Offers, c => c.Kind == kind && c.Name == name && (key is null || c.Key == key));
        Assert.InRange(completed.Offers.Count, 1, 8);
    }

    [Theory]
    [InlineData("vem talar pol", "language")]
    [InlineData("who speaks arab", "language")]
    [InlineData("vem kan pol", "country")]
    public async Task What_is_meant_after_such_a_word_comes_first(string typed, string kind) =>
        Assert.Equal(kind, (await world.House.Complete(typed))[0].Kind);

    [Theory]
    [InlineData("s", "sv", "Storbritannien", "Sverige")]
    [InlineData("ö", "sv", "Österrike", "Oman")]
    [InlineData("o", "sv", "Oman", "Österrike")]
    [InlineData("turk", "en", "Türkiye", "Turkmenistan")]
    public async Task The_likelier_comes_before_the_less_likely(string typed, string language, string first, string later)
    {
        var names = (await world.House.Complete(typed, language: language)).Select(c => c.Name).ToList();
        Assert.Contains(first, names);
        Assert.True(!names.Contains(later) || names.IndexOf(first) < names.IndexOf(later));
    }

    [Theory]
    [InlineData("vem kan")]
    [InlineData("vem kan tull i")]
    [InlineData("vem kan Polen?")]
    [InlineData("vem kan Polen ")]
    [InlineData("qwzx")]
    [InlineData("!!!")]
    [InlineData("")]
    public async Task What_begins_nothing_is_left_alone(string typed) => Assert.Empty(await world.House.Complete(typed));

    [Fact]
    public async Task What_is_called_so_elsewhere_does_not_push_out_what_is_called_so_here()
    {
        var offers = await world.House.Complete("pol");
        Assert.Contains(offers, c => c.Key == "PL");
        Assert.DoesNotContain(offers, c => c.Name is "etikett" or "sydkurdiska");
        Assert.DoesNotContain(offers, c => c.Name.StartsWith("Tillverkning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_country_is_offered_by_each_of_its_names_in_the_languages_of_the_house()
    {
        var lost = new List<string>();
        foreach (var country in world.House.Get<Atlas>().Countries)
        foreach (var language in new[] { "sv", "en", "ar" })
            if (!(await world.House.Complete(country.Name(language), language: language)).Any(c => c.Key == country.Alpha2))
                lost.Add($"{country.Alpha2} {language}");
        Found.Nothing(lost);
    }

    [Fact]
    public async Task A_name_that_would_make_the_question_too_long_is_not_offered()
    {
        var fits = string.Concat(Enumerable.Repeat("ord ", 98)) + "i pol";
        Assert.InRange(fits.Length, 396, 400);
        var offers = await world.House.Completed(fits);
        Assert.All(offers.Offers, c => Assert.InRange(offers.Before.Length + c.Name.Length, 1, SearchQuestion.MaxLength));
        Assert.DoesNotContain(offers.Offers, c => c.Name == "Franska Polynesien");
    }

    [Fact]
    public async Task Hostile_text_is_answered_at_once_with_nothing_or_little()
    {
        foreach (
            var text in new[]
            {
                new string('a', 2_000_000),
                string.Concat(Enumerable.Repeat("i ", 1_000_000)),
                new string('\0', 2_000_000),
                new string(' ', 390),
                "pol\0\u0001",
                "\0\u0007pol",
                "\ud800",
                "i \udc00pol",
                "title:po*",
                "pol*",
                "市" + new string('市', 390),
                string.Concat(Enumerable.Repeat("ก็", 190)),
                new string('\u0301', 390),
            }
        )
        {
            var began = Stopwatch.GetTimestamp();
            var completed = await world.House.Completed(text);
            Assert.InRange(completed.Offers.Count, 0, 8);
            Assert.DoesNotContain(completed.Before, char.IsControl);
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(1), $"{text.Length} characters took too long.");
        }
        Assert.Contains(await world.House.Complete("\0\u0007pol"), c => c.Key == "PL");
        // Cut where a question is cut, this would be completed in the middle.
        Assert.Empty(await world.House.Complete(string.Concat(Enumerable.Repeat("ord ", 98)) + "vem Iranaris"));
    }

    [Fact]
    public async Task An_answer_costs_few_statements_and_none_when_no_name_begins_so()
    {
        Assert.Equal(0, await QueryCount.Of(() => world.House.Complete("vem kan tull i turki")));
        Assert.InRange(await QueryCount.Of(() => world.House.Complete("vem känner goran")), 1, 3);
    }

    [Fact]
    public async Task Texts_take_no_room_from_people_and_networks()
    {
        await using var house = new SearchHouse();
        await house.InitializeAsync();
        await house.Store(Enumerable.Range(0, 30).Select(i => Text($"Sydligt {i}")));
        await house.CatchUp();
        await house.Store(SearchHouse.Network("sy", "Sydnätet"), SearchHouse.Person("Sygrid Sylvan", Audience.Public));
        await house.CatchUp();
        var offers = await house.Complete("sy");
        Assert.Contains(offers, c => c.Kind == Kinds.Network);
        Assert.Contains(offers, c => c.Kind == Kinds.Person);
        Assert.Contains(offers, c => c.Kind == Kinds.Country);
        Assert.Equal(8, offers.Count);
    }

    [Fact]
    public async Task Whoever_is_called_so_from_the_first_letter_on_comes_first()
    {
        await using var house = new SearchHouse();
        await house.InitializeAsync();
        await house.Store(Enumerable.Range(0, 10).Select(i => SearchHouse.Person($"Anna{i} Qvarn", Audience.Public)));
        await house.Store(SearchHouse.Person("Qvarnberg Ek", Audience.Public));
        await house.CatchUp();
        Assert.Equal("Qvarnberg Ek", (await house.Complete("vem är qvarn"))[0].Name);
    }

    private static Article Text(string title) =>
        Article.Bring(
            $"t-{Guid.NewGuid():N}",
            new Subject("VN", "", "sv"),
            new Kosmopolit.Features.Knowledge.Articles.Words(title, "", "Ord."),
            (ArticleOrigin.Starter, Rights.Ours),
            SearchHouse.Now
        );
}
