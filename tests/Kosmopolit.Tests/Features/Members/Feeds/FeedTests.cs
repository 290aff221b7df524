using System.Net;
using System.Xml.Linq;
using Ical.Net;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Calendar;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Members.Feeds;

/// <summary>A network's calendar and news, for programs and for the page.</summary>
[UsesDatabase]
public sealed class FeedTests : IAsyncLifetime
{
    private readonly Village _village = new() { Plan = new Plan { Services = s => s.AddScoped<CalendarSource, Planned>() } };

    public ValueTask InitializeAsync() => _village.InitializeAsync();

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Everyone_gets_what_is_public_and_members_the_rest_by_an_address_of_their_own()
    {
        await _village.Settle("goes@example.org", "Goes", _village.Home);
        using var visitor = _village.House.Reader();
        var open = (await visitor.Open("/networks/norr/calendar.ics")).Is(HttpStatusCode.OK);
        Assert.Equal("text/calendar", open.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Open evening", open.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Board supper", open.Body, StringComparison.Ordinal);

        using var member = await _village.As("goes@example.org");
        var page = await member.Submit((await member.Open("/me/calendar")).Form());
        var own = new Uri(page.One("input.link:not(#address-mine)").GetAttribute("value")!).PathAndQuery;
        Assert.Contains("Board supper", (await visitor.Open(own)).Body, StringComparison.Ordinal);
        (await visitor.Open("/networks/norr/calendar.ics?key=guessed")).Is(HttpStatusCode.NotFound);
        Assert.DoesNotContain(
            "Board supper",
            (await visitor.Open(own.Replace("/norr/", "/soder/", StringComparison.Ordinal))).Body,
            StringComparison.Ordinal
        );

        await member.Submit((await member.Open("/networks/norr/leave")).Form());
        Assert.DoesNotContain("Board supper", (await visitor.Open(own)).Body, StringComparison.Ordinal);
        Assert.Contains("Open evening", (await visitor.Open(own)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_addresses_end_the_old_ones()
    {
        using var member = await _village.As(_village.Coordinator);
        var page = await member.Submit((await member.Open("/me/calendar")).Form());
        var old = new Uri(page.One("input.link:not(#address-mine)").GetAttribute("value")!).PathAndQuery;
        page = await member.Submit(page.Form());
        var fresh = new Uri(page.One("input.link:not(#address-mine)").GetAttribute("value")!).PathAndQuery;
        using var program = _village.House.Reader();
        (await program.Open(old)).Is(HttpStatusCode.NotFound);
        (await program.Open(fresh)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_calendar_keeps_the_clock_on_the_wall_and_brings_the_zones_rules()
    {
        using var visitor = _village.House.Reader();
        var text = (await visitor.Open("/networks/norr/calendar.ics")).Body;
        Assert.Contains("BEGIN:VTIMEZONE", text, StringComparison.Ordinal);
        Assert.Contains("TZID=Europe/Stockholm:20261215T183000", text, StringComparison.Ordinal);
        Assert.Contains("\r\n", text, StringComparison.Ordinal);
        var calendar = Calendar.Load(text)!;
        var evening = calendar.Events.Single(e => e.Summary == "Open evening; with, signs \\ and\nlines");
        Assert.Equal(Planned.Evening.UtcDateTime, evening.DtStart!.AsUtc);
        Assert.Equal("CANCELLED", calendar.Events.Single(e => e.Summary == "Breakfast").Status);
    }

    [Fact]
    public async Task The_public_page_announces_in_advance_and_members_see_more()
    {
        using var visitor = _village.House.Reader();
        using var member = await _village.As(_village.Coordinator);
        var (outside, inside) = (await visitor.Open("/networks/norr"), await member.Open("/networks/norr"));
        Assert.Contains("Open evening", outside.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Board supper", outside.Body, StringComparison.Ordinal);
        Assert.Contains("Board supper", inside.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_news_feed_holds_together_and_shows_only_what_is_public()
    {
        using var visitor = _village.House.Reader();
        var answer = (await visitor.Open("/networks/norr/feed.atom")).Is(HttpStatusCode.OK);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(answer.Body).Root!;
        Assert.Equal(atom + "feed", feed.Name);
        Assert.All(feed.Elements(atom + "entry"), e => Assert.NotEmpty(e.Element(atom + "id")!.Value));
        Assert.Contains(
            feed.Elements(atom + "entry"),
            e => e.Element(atom + "title")!.Value.StartsWith("Open evening", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("Board supper", answer.Body, StringComparison.Ordinal);
        (await visitor.Open("/networks/none/feed.atom")).Is(HttpStatusCode.NotFound);
    }

    /// <summary>A room that plans three things.</summary>
    private sealed class Planned : CalendarSource
    {
        public static readonly DateTimeOffset Evening = new(2026, 12, 15, 17, 30, 0, TimeSpan.Zero);

        public override Task<IReadOnlyList<CalendarEntry>> Entries(Network network, Me reader, DateTimeOffset after, CancellationToken ct)
        {
            CalendarEntry[] all =
            [
                new(new Guid(1, 0, 0, new byte[8]), "Open evening; with, signs \\ and\nlines", Evening, Evening.AddHours(2))
                {
                    IsPublic = true,
                    Place = "Kyrkan",
                    Changed = Evening.AddDays(-30),
                },
                new(new Guid(2, 0, 0, new byte[8]), "Board supper", Evening.AddDays(1), Evening.AddDays(1).AddHours(2))
                {
                    Changed = Evening.AddDays(-30),
                },
                new(new Guid(3, 0, 0, new byte[8]), "Breakfast", Evening.AddDays(2), Evening.AddDays(2).AddHours(1))
                {
                    IsPublic = true,
                    IsCancelled = true,
                    Sequence = 2,
                    Changed = Evening.AddDays(-3),
                },
            ];
            var seen = all.Where(e => e.IsPublic || reader.Networks.Contains(network.Id))
                .Where(e => e.End > after && network.Slug == "norr");
            return Task.FromResult<IReadOnlyList<CalendarEntry>>([.. seen]);
        }
    }
}
