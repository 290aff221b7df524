using System.Globalization;
using System.Net;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Activities.Trips.Programme;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities.Trips;

/// <summary>The pack holds what one needs without a net: a map with the places, whom to ring and who said so, what to know before.</summary>
[UsesDatabase]
public sealed class PackTests : IAsyncLifetime
{
    private const string Organiser = "berit@example.org";

    private readonly Village _village = new();
    private Activity _trip = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        var berit = await _village.Settle(Organiser, "Berit", _village.Home);
        await _village.Settle("karim@example.org", "Karim", _village.Home);
        var start = Series.At(new DateOnly(2027, 5, 11), new TimeOnly(9, 0), "Asia/Baghdad");
        var days = new Timing(start, start.AddDays(8), "Asia/Baghdad", Rhythm.Once, null);
        _trip = await _village.Planned(berit, ActivityState.Open, a => a.Time(days), isTrip: true);
        Assert.Null(await _village.SignsUp("karim@example.org", _trip.Id));
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Its_map_shows_the_places_and_fetches_nothing()
    {
        Assert.Null(await Stays("Erbil", "٣٦٫١٩، ٤٤٫٠١"));
        Assert.Null(await Stays("Baghdad", ""));
        Assert.Null(await Stays("Somewhere", ""));
        Assert.Equal(nameof(StopInput.Spot), (await Stays("Nowhere", "north of here"))!.Field);
        using var karim = await _village.As("karim@example.org");
        var pack = (await karim.Open($"/trips/{_trip.Id}/pack.html")).Is(HttpStatusCode.OK);
        var map = pack.One("#map-iq");
        Assert.Equal(2, map.QuerySelectorAll("circle").Length);
        Assert.Equal(["1", "2"], map.QuerySelectorAll("svg text").Select(t => t.TextContent));
        Assert.Contains("Erbil", map.QuerySelector("ol")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Somewhere", map.TextContent, StringComparison.Ordinal);
        // Erbil lies north of Baghdad.
        var heights = map.QuerySelectorAll("circle")
            .Select(c => double.Parse(c.GetAttribute("cy")!, CultureInfo.InvariantCulture))
            .ToList();
        Assert.True(heights[0] < heights[1]);
        Assert.Empty(pack.Html.QuerySelectorAll("script, link[rel=stylesheet], img, image, [src]"));
        Assert.True(pack.Bytes.Length < 300_000);
    }

    [Fact]
    public async Task Whom_to_ring_stands_there_with_who_wrote_it_and_when()
    {
        using var berit = await _village.As(Organiser);
        var page = await berit.Open($"/trips/{_trip.Id}/plan");
        page = await berit.Submit(
            page.Form("form[data-keep=numbers]", ("Input.Numbers[0].Police", "104"), ("Input.Numbers[0].Embassy", "+964 780 919 0000"))
        );
        Assert.Equal("104", page.One("[name='Input.Numbers[0].Police']").GetAttribute("value"));
        var written = (await _village.House.All<EmergencyNumbers>()).Single();
        _village.House.Clock.Move(TimeSpan.FromDays(3));
        await berit.Submit(page.Form("form[data-keep=numbers]"));
        Assert.Equal(written.At, (await _village.House.All<EmergencyNumbers>()).Single().At);
        using var karim = await _village.As("karim@example.org");
        foreach (var path in new[] { "", "/pack.html" })
        {
            var part = (await karim.Open($"/trips/{_trip.Id}{path}")).One("#emergency");
            Assert.NotNull(part.QuerySelector("a[href='tel:104']"));
            Assert.NotNull(part.QuerySelector("a[href='tel:+9647809190000']"));
            Assert.Contains("Berit", part.TextContent, StringComparison.Ordinal);
            Assert.Contains("November 2026", part.TextContent, StringComparison.Ordinal);
        }
        using var anna = await _village.As(_village.Coordinator);
        Assert.DoesNotContain("tel:104", (await anna.Open($"/trips/{_trip.Id}")).Body, StringComparison.Ordinal);
        var forged = new NumbersInput { Numbers = [new CountryNumbers { Country = "IQ", Police = "1" }] };
        Assert.Equal(
            RefusalKind.NotYours,
            (await _village.House.By("karim@example.org", s => s.GetRequiredService<KeepNumbers>().Run(_trip.Id, forged)))!.Kind
        );
    }

    [Fact]
    public async Task What_to_know_before_is_told_from_our_tables_on_the_trip_and_in_the_pack()
    {
        using var karim = await _village.As("karim@example.org");
        foreach (var path in new[] { "", "/pack.html" })
        {
            var list = (await karim.Open($"/trips/{_trip.Id}{path}")).One("#checklist");
            foreach (var told in new[] { "Friday", "IQD", "+964", "13:00 when it is 12:00 in Sweden", "Kurdish" })
                Assert.Contains(told, list.TextContent, StringComparison.Ordinal);
            Assert.Equal(2, list.QuerySelectorAll("a[href*='/search?q=']").Length);
        }
    }

    [Fact]
    public void Every_capital_lies_where_the_outlines_say()
    {
        var atlas = new Atlas();
        var known = atlas
            .Countries.Select(c => (Country: c, Inset: atlas.Inset(c.Alpha2)))
            .Where(c => c is { Country.CapitalAt: not null, Inset.Capital: not null })
            .ToList();
        Assert.True(known.Count > 200);
        Found.Nothing(
            known
                .Where(c =>
                    c.Inset!.Place(c.Country.CapitalAt!.Value) is not { } at
                    || Math.Abs(at.X - c.Inset.Capital!.Value.X) > 1
                    || Math.Abs(at.Y - c.Inset.Capital.Value.Y) > 1
                )
                .Select(c => c.Country.Alpha2)
        );
        Assert.Null(atlas.Inset("IQ")!.Place(new GeoPoint(63.8, 20.3)));
        Assert.Null(atlas.Inset("IQ")!.Place(new GeoPoint(-33, -136)));
    }

    private Task<Refusal?> Stays(string town, string spot) =>
        _village.House.By(
            Organiser,
            s =>
                s.GetRequiredService<PlanTrip>()
                    .Stay(
                        _trip.Id,
                        new StopInput
                        {
                            Country = "IQ",
                            Town = town,
                            Arrives = "2027-05-12",
                            Leaves = "2027-05-14",
                            Spot = spot,
                        }
                    )
        );
}
