using Kosmopolit.Platform.Geography;
using Xunit;

namespace Kosmopolit.Tests.Platform.Geography;

public sealed class HolidayTests
{
    [Fact]
    public void Holidays_come_in_order_and_only_between_the_days_asked_for()
    {
        var days = Reference.Atlas.Holidays("se", new(2026, 4, 3), new(2026, 5, 1));
        Assert.Equal(
            ["långfredagen", "påskdagen", "annandag påsk", "första maj"],
            days.Select(day => Reference.Atlas.HolidayName(day, "sv"))
        );
    }

    [Fact]
    public void A_holiday_of_several_days_counts_from_its_middle_too()
    {
        var feast = Assert.Single(Reference.Atlas.Holidays("AE", new(2026, 5, 29), new(2026, 5, 29)));
        Assert.Equal(("eid-al-adha", 3, new DateOnly(2026, 5, 29)), (feast.Key, feast.Days, feast.LastDate));
        Assert.Empty(Reference.Atlas.Holidays("AE", new(2026, 5, 30), new(2026, 5, 30)));
    }

    [Fact]
    public void Fixed_days_come_every_year()
    {
        var days = Reference.Atlas.Holidays("FK", new(2030, 12, 1), new(2031, 1, 1));
        Assert.Equal(new DateOnly(2030, 12, 8), days[0].Date);
        Assert.Equal("Battle Day", Reference.Atlas.HolidayName(days[0], "ar"));
        Assert.Equal("رأس السنة الميلادية", Reference.Atlas.HolidayName(days[^1], "ar"));
    }

    [Fact]
    public void Nothing_is_made_up_for_a_country_without_a_list() =>
        Assert.Empty(Reference.Atlas.Holidays("JO", new(2026, 1, 1), new(2026, 12, 31)));

    [Fact]
    public void Names_with_commas_stay_whole()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllText(
                Path.Combine(folder.FullName, "religious-calendar.csv"),
                "key,date,days,observed,tradition,name_sv,name_en,name_ar\r\nnew,2026-02-17,7,0,East Asia,nyår,\"New Year, \"\"Tết\"\",\nSeollal\",\nlast,2026-03-01,0,1,,,Last,"
            );
            var days = new Atlas(folder.FullName).ReligiousDays(new(2026, 1, 1), new(2026, 12, 31));
            Assert.Equal(["New Year, \"Tết\",\nSeollal", "Last"], days.Select(day => day.Name("en")));
            Assert.Equal("New Year, \"Tết\",\nSeollal", days[0].Name("ar"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Ramadan_of_2026_hangs_on_the_moon()
    {
        var ramadan = Reference.Atlas.ReligiousDays(new(2026, 2, 1), new(2026, 2, 28)).Single(day => day.Key == "ramadan-start");
        Assert.Equal(new DateOnly(2026, 2, 18), ramadan.Date);
        Assert.True(ramadan.Sighted);
        Assert.Equal("بداية شهر رمضان", ramadan.Name("ar"));
    }
}
