using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Tests.Platform.Geography;

public sealed class CountryWordingTests
{
    [Fact]
    public void A_country_in_short_is_its_capital_its_size_in_a_year_and_what_is_spoken()
    {
        var said = CountryWording.InShort("VN", new Texts(ReaderLanguage.English), Reference.Atlas);
        Assert.Matches(@"^capital Hanoi · \d+\.\d million inhabitants \(20\d\d\) · Vietnamese, ", said);
    }

    [Fact]
    public void In_every_language_with_its_own_words()
    {
        Assert.StartsWith("huvudstad Hanoi · ", CountryWording.InShort("VN", new Texts(ReaderLanguage.Swedish), Reference.Atlas));
        Assert.StartsWith("العاصمة هانوي · ", CountryWording.InShort("VN", new Texts(ReaderLanguage.Arabic), Reference.Atlas));
    }

    [Fact]
    public void What_is_not_known_is_not_said() =>
        Assert.DoesNotContain("capital", CountryWording.InShort("AQ", new Texts(ReaderLanguage.English), Reference.Atlas));

    [Fact]
    public void Of_a_state_that_is_no_more_nothing_is_said() =>
        Assert.Empty(CountryWording.InShort("SUHH", new Texts(ReaderLanguage.English), Reference.Atlas));
}
