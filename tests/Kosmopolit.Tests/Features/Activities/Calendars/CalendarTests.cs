using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Organising;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities.Calendars;

/// <summary>Activities in calendars: each reader's own, a network's, a country's; and on the pages that announce them.</summary>
[UsesDatabase]
public sealed partial class CalendarTests : IAsyncLifetime
{
    private readonly Village _village = new();
    private Member _berit = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        await _village.Settle("karim@example.org", "Karim", _village.Home);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task A_secret_address_shows_what_its_owner_takes_part_in_until_it_is_renewed()
    {
        var mine = await _village.Planned(_berit, ActivityState.Open);
        var other = await _village.Planned(_berit, ActivityState.Open, a => a.Word(new ActivityWords("Another evening", "", "en")));
        await _village.SignsUp("karim@example.org", mine.Id);
        using var karim = await _village.As("karim@example.org");
        var secret = Secret().Match((await karim.Submit((await karim.Open("/me/calendar")).Form())).Body).Value;
        using var program = _village.House.Reader();
        var file = (await program.Open(secret)).Is(HttpStatusCode.OK).Body;
        Assert.Contains($"UID:{mine.Id:N}@kosmopolit", file, StringComparison.Ordinal);
        Assert.Contains("BEGIN:VTIMEZONE", file, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Id.ToString("N"), file, StringComparison.Ordinal);
        await karim.Submit((await karim.Open("/me/calendar")).Form());
        (await program.Open(secret)).Is(HttpStatusCode.NotFound);
        (await program.Open("/me/calendar.ics")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Networks_and_countries_show_everyone_what_is_public_and_strike_out_what_is_called_off()
    {
        var near = await _village.Planned(_berit, ActivityState.Planned);
        var open = await _village.Planned(_berit, ActivityState.Planned, a => a.Show(toEveryone: true, ""));
        using var visitor = _village.House.Reader();
        foreach (var address in new[] { "/networks/norr/calendar.ics", "/countries/iq/calendar.ics" })
        {
            var file = (await visitor.Open(address)).Is(HttpStatusCode.OK).Body;
            Assert.Contains(open.Id.ToString("N"), file, StringComparison.Ordinal);
            Assert.DoesNotContain(near.Id.ToString("N"), file, StringComparison.Ordinal);
        }
        var off = new TurnInput { To = ActivityState.CalledOff, Why = "No hall" };
        await _village.House.By("berit@example.org", s => s.GetRequiredService<TurnActivity>().Run(open.Id, off));
        var struck = (await visitor.Open("/countries/iq/calendar.ics?again=1")).Body;
        Assert.Contains("STATUS:CANCELLED", struck, StringComparison.Ordinal);
        Assert.DoesNotContain("SEQUENCE:0", struck, StringComparison.Ordinal);
        (await visitor.Open("/countries/zz/calendar.ics")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_change_reaches_calendars_with_a_higher_number_under_the_same_name()
    {
        var activity = await _village.Planned(_berit, ActivityState.Open);
        await _village.SignsUp("karim@example.org", activity.Id);
        var first = (await _village.MailTo("karim@example.org"))!.Calendar;
        var input = ActivityInput.Of(await _village.Now(activity.Id));
        (input.Time, input.EndTime) = ("19:00", "21:00");
        Assert.Null(await _village.House.By("berit@example.org", s => s.GetRequiredService<ChangeActivity>().Run(activity.Id, input)));
        var mail = (await _village.MailTo("karim@example.org"))!;
        Assert.StartsWith("New time or place", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("T190000", mail.Calendar, StringComparison.Ordinal);
        Assert.Equal(Line(first, "UID"), Line(mail.Calendar, "UID"));
        Assert.True(Number(mail.Calendar) > Number(first));
    }

    [Fact]
    public async Task A_public_page_tells_machines_what_it_is_and_nothing_breaks_out_of_it()
    {
        var activity = await _village.Planned(
            _berit,
            ActivityState.Open,
            a =>
            {
                a.Show(toEveryone: true, "");
                a.Word(new ActivityWords("Tea </script> & \"sweets\"", "", "en"));
                a.Time(Doing.At(Doing.Evening, zone: "Asia/Baghdad"));
            }
        );
        using var visitor = _village.House.Reader();
        var page = (await visitor.Open($"/activities/{activity.Id}")).Is(HttpStatusCode.OK);
        var data = JsonDocument.Parse(page.One("script[type='application/ld+json']").TextContent).RootElement;
        Assert.Equal("Event", data.GetProperty("@type").GetString());
        Assert.Equal(activity.Title, data.GetProperty("name").GetString());
        Assert.Equal("2026-12-07T20:00:00+03:00", data.GetProperty("startDate").GetString());
        // Both ends' clocks stand on the page.
        Assert.Contains("clock of Baghdad", page.Text, StringComparison.Ordinal);
        Assert.Contains("18:00 on a Swedish clock", page.Text, StringComparison.Ordinal);
    }

    private static int Number(string calendar) => int.Parse(Line(calendar, "SEQUENCE"), CultureInfo.InvariantCulture);

    private static string Line(string file, string name) =>
        file.ReplaceLineEndings("\n").Split('\n').First(l => l.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 1)..];

    [GeneratedRegex(@"/me/calendar\.ics\?key=[^""&]+")]
    private static partial Regex Secret();
}
