using System.Globalization;
using Kosmopolit.Platform.Geography;
using Xunit;

namespace Kosmopolit.Tests.Platform.Geography;

/// <summary>A name that several share is asked about; what the house itself suggests is always understood.</summary>
public sealed class TypedNamesTests
{
    private static readonly TypedNames _names = new(Reference.Gazetteer, Reference.Atlas);

    public TypedNamesTests() => Read("sv");

    [Theory]
    [InlineData("Sydkorea", "KR")]
    [InlineData("KR", "KR")]
    [InlineData("Kongo-Kinshasa", "CD")]
    [InlineData("Jugoslavien", "YUCS")]
    [InlineData("x-siam", "x-siam")]
    [InlineData("Georgia", "GE")]
    public void A_country_of_one_meaning_is_taken(string typed, string code) => Assert.Equal(code, _names.Country(typed, "Country").Value);

    [Theory]
    [InlineData("Korea", "Nordkorea, Sydkorea")]
    [InlineData("kongo", "Kongo-Brazzaville, Kongo-Kinshasa")]
    [InlineData("Kurdistan", "Irak, Iran, Syrien, Turkiet")]
    public void A_country_of_several_meanings_is_asked_about(string typed, string candidates)
    {
        var (code, refusal) = _names.Country(typed, "Country");
        Assert.Null(code);
        Assert.Equal("Country", refusal!.Field);
        Assert.Equal(candidates.Split(", "), ((string)refusal.Arguments[1]).Split(", ").Order());
    }

    [Theory]
    [InlineData("dari", "prs")]
    [InlineData("Dari", "prs")]
    [InlineData("دری", "prs")]
    [InlineData("bosniska", "bs")]
    [InlineData("serbiska", "sr")]
    [InlineData("persiska", "fa")]
    [InlineData("sorani", "ckb")]
    [InlineData("ku", "ku")]
    // What the field suggests.
    [InlineData("Tigrinya", "ti")]
    [InlineData("العربية", "ar")]
    public void A_language_of_one_meaning_is_taken(string typed, string tag)
    {
        foreach (var reader in new[] { "sv", "en", "ar" })
        {
            Read(reader);
            Assert.Equal(tag, _names.Language(typed, "Language").Value);
        }
    }

    [Theory]
    [InlineData("kurdiska")]
    [InlineData("Kurdish")]
    [InlineData("کوردی")]
    [InlineData("serbokroatiska")]
    public void A_language_of_several_meanings_is_asked_about_and_each_answer_is_taken(string typed)
    {
        foreach (var reader in new[] { "sv", "en", "ar" })
        {
            Read(reader);
            var (tag, refusal) = _names.Language(typed, "Language");
            Assert.Null(tag);
            var candidates = ((string)refusal!.Arguments[1]).Split([", ", "، "], StringSplitOptions.None);
            Assert.True(candidates.Length > 2);
            Assert.All(candidates, candidate => Assert.NotNull(_names.Language(candidate, "Language").Value));
        }
    }

    [Fact]
    public void Every_name_that_a_list_suggests_is_taken_for_what_it_names()
    {
        foreach (var reader in new[] { "sv", "en", "ar" })
        {
            Read(reader);
            foreach (var code in Reference.Atlas.Countries.Select(c => c.Alpha2).Concat(Reference.Atlas.FormerStates.Select(f => f.Code)))
                Assert.Equal(code, _names.Country(Reference.Atlas.PlaceName(code, reader), "Country").Value);
            foreach (var tag in Reference.Atlas.Languages.Select(l => l.Tag))
            {
                var name = Reference.Atlas.LanguageName(tag, reader);
                Assert.Equal(name, Reference.Atlas.LanguageName(_names.Language(name, "Language").Value ?? "", reader));
            }
        }
    }

    private static void Read(string language) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
}
