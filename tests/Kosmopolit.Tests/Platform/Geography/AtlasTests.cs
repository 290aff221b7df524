using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Xunit;

namespace Kosmopolit.Tests.Platform.Geography;

public sealed class AtlasTests
{
    [Fact]
    public void Every_country_has_a_name_in_the_three_languages_of_the_interface()
    {
        Assert.Equal(250, Reference.Atlas.Countries.Count);
        foreach (var country in Reference.Atlas.Countries)
        foreach (var language in new[] { "sv", "en", "ar" })
            Assert.True(country.Names.ContainsKey(language), $"{country.Alpha2} in {language}");
    }

    [Theory]
    [InlineData("iq", "sv-SE", "Irak")]
    [InlineData("IQ", "ar", "العراق")]
    [InlineData("IQ", "sr-Latn", "Irak")]
    [InlineData("IQ", "xx", "Iraq")]
    [InlineData("YUCS", "sv", "Jugoslavien")]
    [InlineData("YUCS", "xx", "Yugoslavia")]
    [InlineData("ZZ", "sv", "ZZ")]
    public void A_place_is_named_in_the_language_or_English_or_by_its_code(string code, string language, string name) =>
        Assert.Equal(name, Reference.Atlas.PlaceName(code, language));

    [Theory]
    [InlineData("zz")]
    [InlineData("")]
    [InlineData("../countries")]
    [InlineData("\0")]
    public void Unknown_codes_give_nothing(string code)
    {
        Assert.Null(Reference.Atlas.Country(code));
        Assert.Null(Reference.Atlas.Facts(code));
        Assert.Null(Reference.Atlas.Inset(code));
        Assert.Null(Reference.Atlas.Municipality(code));
        Assert.Empty(Reference.Atlas.Holidays(code, new(2026, 1, 1), new(2026, 12, 31)));
    }

    [Fact]
    public void A_weekend_is_told_only_where_it_is_known()
    {
        Assert.Equal([DayOfWeek.Friday, DayOfWeek.Saturday], Reference.Atlas.Country("IQ")!.Weekend!);
        Assert.Equal([DayOfWeek.Friday], Reference.Atlas.Country("IR")!.Weekend!);
        Assert.Null(Reference.Atlas.Country("SO")!.Weekend);
    }

    [Fact]
    public void Iraq_is_told_in_full()
    {
        var iraq = Reference.Atlas.Country("IQ")!;
        Assert.Equal("بغداد", iraq.CapitalName("ar"));
        Assert.Contains("SY", iraq.Borders);
        Assert.Equal("official", iraq.Languages.Single(language => language.Tag == "ar").Status);
        var facts = Reference.Atlas.Facts("iq")!;
        Assert.Equal(new Figure(42917742, 2025), facts.Population);
        var islam = facts.Religions[0];
        Assert.Equal(("muslim", 95m, 98m), (islam.Key, islam.Low, islam.High));
        Assert.Equal(["shia", "sunni"], islam.Parts!.Select(part => part.Key));
        Assert.Equal(new TradePartner("CN", 33), facts.Exports!.Partners[0]);
    }

    [Fact]
    public void What_countries_refer_to_is_there()
    {
        foreach (var country in Reference.Atlas.Countries)
        {
            Assert.All(country.Borders, code => Assert.NotNull(Reference.Atlas.Country(code)));
            Assert.All(country.Currencies, code => Assert.NotNull(Reference.Atlas.Currency(code)));
            Assert.All(country.Languages, language => Assert.NotNull(Reference.Atlas.Language(language.Tag)));
        }
        foreach (var state in Reference.Atlas.FormerStates)
            Assert.All(state.Successors, code => Assert.NotNull(Reference.Atlas.Country(code)));
    }

    [Fact]
    public void Languages_and_sectors_and_regions_have_names()
    {
        Assert.Equal("arabiska", Reference.Atlas.LanguageName("ar-IQ", "sv"));
        Assert.Equal("qq", Reference.Atlas.LanguageName("qq", "sv"));
        Assert.Equal("Europa", Reference.Atlas.RegionName("150", "sv"));
        Assert.Equal("Byggverksamhet", Reference.Atlas.Sector("f")!.Name("sv"));
        Assert.True(Reference.Atlas.Language("ckb")!.RightToLeft);
    }

    [Fact]
    public void Sweden_has_21_counties_and_290_municipalities()
    {
        Assert.Equal(21, Reference.Atlas.Counties.Count);
        Assert.Equal(290, Reference.Atlas.Municipalities.Count);
        Assert.Equal("Norrbotten County", Reference.Atlas.County("25")!.Name("en"));
        Assert.All(Reference.Atlas.Municipalities, municipality => Assert.NotNull(Reference.Atlas.County(municipality.County)));
    }

    [Fact]
    public void A_missing_table_is_named_in_one_line_with_what_to_do()
    {
        var atlas = new Atlas(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString()));
        foreach (var read in new Action[] { atlas.Verify, () => _ = atlas.Countries })
        {
            var refused = Assert.Throws<StartRefusedException>(read);
            Assert.Contains("countries.json", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refused.Message);
        }
        Reference.Atlas.Verify();
    }
}
