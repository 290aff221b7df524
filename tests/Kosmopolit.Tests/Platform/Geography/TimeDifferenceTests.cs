using Kosmopolit.Platform.Geography;
using Xunit;

namespace Kosmopolit.Tests.Platform.Geography;

public sealed class TimeDifferenceTests
{
    private static readonly DateTimeOffset Winter = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Summer = new(2026, 7, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Iraq_is_two_hours_ahead_in_winter_and_one_in_summer()
    {
        Assert.Equal(TimeSpan.FromHours(2), Reference.Atlas.Country("IQ")!.OffsetFromSweden(Winter));
        Assert.Equal(TimeSpan.FromHours(1), Reference.Atlas.Country("IQ")!.OffsetFromSweden(Summer));
    }

    [Fact]
    public void A_wide_country_has_a_range_and_no_single_difference()
    {
        var states = Reference.Atlas.Country("US")!;
        Assert.Null(states.OffsetFromSweden(Winter));
        Assert.Equal((TimeSpan.FromHours(-11), TimeSpan.FromHours(-6)), states.OffsetsFromSweden(Winter));
    }

    [Fact]
    public void A_country_without_known_zones_has_no_difference()
    {
        var nowhere = Reference.Atlas.Country("IQ")! with { TimeZones = ["Mars/Olympus"] };
        Assert.Null(nowhere.OffsetsFromSweden(Winter));
        Assert.Null(nowhere.OffsetFromSweden(Winter));
    }

    [Fact]
    public void Every_country_with_a_zone_has_a_difference_within_a_day() =>
        Assert.All(
            Reference.Atlas.Countries.Where(country => country.TimeZones.Count > 0),
            country =>
            {
                var (min, max) = country.OffsetsFromSweden(Summer)!.Value;
                Assert.InRange(min, TimeSpan.FromHours(-14), max);
                Assert.InRange(max, min, TimeSpan.FromHours(13));
            }
        );
}
