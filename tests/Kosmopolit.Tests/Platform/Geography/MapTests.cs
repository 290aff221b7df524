using System.Globalization;
using Xunit;

namespace Kosmopolit.Tests.Platform.Geography;

public sealed class MapTests
{
    [Fact]
    public void Every_country_can_be_pointed_at_on_the_world_map()
    {
        var drawn = Reference
            .Atlas.WorldMap.Shapes.Select(shape => shape.Alpha2)
            .Concat(Reference.Atlas.WorldMap.Dots.Select(dot => dot.Alpha2))
            .ToHashSet();
        Assert.All(Reference.Atlas.Countries, country => Assert.Contains(country.Alpha2, drawn));
    }

    [Fact]
    public void Every_country_has_its_surroundings()
    {
        foreach (var country in Reference.Atlas.Countries)
        {
            var inset = Reference.Atlas.Inset(country.Alpha2.ToLowerInvariant());
            Assert.True(inset is { Self.Length: > 0 } or { Dot: not null }, country.Alpha2);
        }
        Assert.NotNull(Reference.Atlas.Inset("IQ")!.Capital);
    }

    [Fact]
    public void Every_municipality_is_drawn_in_both_finenesses()
    {
        Assert.Equal(21, Reference.Atlas.SwedenMap.Counties.Count);
        foreach (var municipality in Reference.Atlas.Municipalities)
        {
            Assert.Contains(Reference.Atlas.SwedenMap.Municipalities, shape => shape.Code == municipality.Code);
            Assert.NotNull(Reference.Atlas.SwedenMap.DetailOf(municipality.Code)?.Box);
        }
    }

    [Fact]
    public void A_view_holds_its_municipalities_with_a_margin()
    {
        string[] codes = ["2480", "2580"];
        var view = Reference
            .Atlas.SwedenMap.ViewBoxAround(codes)
            .Split(' ')
            .Select(n => double.Parse(n, CultureInfo.InvariantCulture))
            .ToArray();
        foreach (var code in codes)
        {
            var box = Reference.Atlas.SwedenMap.DetailOf(code)!.Box!;
            Assert.True(view[0] < box.X && view[1] < box.Y);
            Assert.True(view[0] + view[2] > box.X + box.Width && view[1] + view[3] > box.Y + box.Height);
        }
    }

    [Fact]
    public void A_view_around_nothing_is_the_whole_country() =>
        Assert.Equal(Reference.Atlas.SwedenMap.ViewBox, Reference.Atlas.SwedenMap.ViewBoxAround(["9999", "../x"]));
}
