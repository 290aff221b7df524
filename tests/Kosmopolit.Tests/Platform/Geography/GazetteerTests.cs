using CsCheck;
using Kosmopolit.Platform.Geography;
using Xunit;

namespace Kosmopolit.Tests.Platform.Geography;

public sealed class GazetteerTests
{
    [Theory]
    [InlineData("فارسی", "Language:fa Country:IR")]
    [InlineData("Persia", "Country:IR")]
    [InlineData("Vitryssland", "Country:BY")]
    [InlineData("Umea", "Municipality:2480")]
    [InlineData("umeå", "Municipality:2480")]
    [InlineData("Kurdistan", "Country:IQ Country:IR Country:SY Country:TR")]
    [InlineData("عراق", "Country:IQ")]
    [InlineData("الصين", "Country:CN")]
    [InlineData("صين", "Country:CN")]
    [InlineData("IR", "Country:IR")]
    [InlineData("NO", "Country:NO")]
    [InlineData("ir", "")]
    [InlineData("Jugoslavien", "FormerState:YUCS")]
    [InlineData("Stockholm", "Municipality:0180 County:01")]
    [InlineData("Georgia", "Country:GE")]
    [InlineData("tull", "Topic:customs")]
    [InlineData("Byggverksamhet", "Sector:F")]
    [InlineData("Úc", "Country:AU")]
    [InlineData("Hewlêr", "City:IQ")]
    [InlineData("", "")]
    [InlineData("?!", "")]
    [InlineData("blåbärssoppa", "")]
    public void A_name_leads_to_its_codes(string name, string codes) => Assert.Equal(codes, Reference.Gazetteer.Resolve(name).Codes());

    [Fact]
    public void The_beginning_of_a_single_name_is_enough()
    {
        Assert.Contains(Reference.Gazetteer.Resolve("Västerno"), match => (match.Kind, match.Code) == (MatchKind.County, "22"));
        Assert.Contains(Reference.Gazetteer.Resolve("Örnskö"), match => (match.Kind, match.Code) == (MatchKind.Municipality, "2284"));
        Assert.DoesNotContain(Reference.Gazetteer.Resolve("Ira"), match => match.Kind == MatchKind.Country);
        Assert.Empty(Reference.Gazetteer.Resolve("Ör"));
    }

    [Fact]
    public void Every_country_is_found_by_each_of_its_names()
    {
        foreach (var country in Reference.Atlas.Countries)
        foreach (var name in country.Names.Values)
            Assert.True(
                Reference.Gazetteer.Resolve(name).Any(match => (match.Kind, match.Code) == (MatchKind.Country, country.Alpha2)),
                $"{country.Alpha2}: {name}"
            );
    }

    [Fact]
    public void Every_municipality_county_and_former_state_is_found_by_its_name()
    {
        foreach (var municipality in Reference.Atlas.Municipalities)
            Assert.Contains(Reference.Gazetteer.Resolve(municipality.SwedishName), match => match.Code == municipality.Code);
        foreach (var county in Reference.Atlas.Counties)
            Assert.Contains(Reference.Gazetteer.Resolve(county.FullName), match => match.Code == county.Code);
        foreach (var state in Reference.Atlas.FormerStates)
            Assert.Contains(Reference.Gazetteer.Resolve(state.Name("ar")), match => match.Code == state.Code);
    }

    [Fact]
    public void Every_country_is_also_found_in_a_Swedish_sentence()
    {
        var missed = Reference.Atlas.Countries.Where(country =>
            !Reference.Gazetteer.Find($"Vem kan marknaden i {country.Name("sv")}?").Any(match => match.Code == country.Alpha2)
        );
        Assert.Empty(missed.Select(country => country.Name("sv")));
    }

    [Fact]
    public void Matches_point_into_the_text_as_it_was_given() =>
        Gen.OneOf(Gen.String, Gen.Int[0, Words.Length - 1].Select(at => Words[at]).List[0, 12].Select(words => string.Join(' ', words)))
            .Sample(text =>
            {
                var end = 0;
                var last = default(Match);
                foreach (var match in Reference.Gazetteer.Find(text))
                {
                    Assert.Equal(match.Text, text.Substring(match.Start, match.Length));
                    Assert.True(match.Length > 0);
                    Assert.True(match.Start >= end || (match.Start, match.Length) == (last.Start, last.Length), text);
                    (end, last) = (match.Start + match.Length, match);
                }
            });

    [Fact]
    public void Nothing_that_is_typed_makes_it_fail()
    {
        foreach (
            var text in new[]
            {
                "\0",
                "\uD800",
                "\u202E\u202Dإيران",
                new string('a', 100_000),
                string.Concat(Enumerable.Repeat("Iran-", 20_000)),
            }
        )
        {
            Reference.Gazetteer.Resolve(text);
            Reference.Gazetteer.Find(text);
        }
        Assert.Equal(20_000, Reference.Gazetteer.Find(string.Concat(Enumerable.Repeat("Iran-", 20_000))).Count);
    }

    private static readonly string[] Words =
    [
        "Iranhandel",
        "i",
        "Côte",
        "d’Ivoire",
        "Umea\u030A",
        "tullregler",
        "وبالسعودية",
        "ایرانی‌ها",
        "persisktalande",
        "中国市场",
        "Förenade",
        "Arabemiratens",
        "IR",
        "U.S.A.",
        "nordirakisk",
        "—",
        "\u200Fالعراق",
        "Vara",
        "kommun",
        "የኢራን",
    ];
}
