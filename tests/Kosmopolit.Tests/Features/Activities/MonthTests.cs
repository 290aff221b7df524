using System.Net;
using System.Text.Json;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Discovery;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Activities;

/// <summary>What a month held stays in its sheet, and machines are told the next time of a series.</summary>
[UsesDatabase]
public sealed class MonthTests : IAsyncLifetime
{
    private readonly Village _village = new();
    private Member _berit = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task A_sheet_of_the_past_shows_what_was_held_and_not_what_was_called_off()
    {
        await _village.Planned(_berit, ActivityState.Held, a => a.Word(new ActivityWords("Was held", "", "en")));
        await _village.Planned(_berit, ActivityState.Open, a => a.Word(new ActivityWords("Was left open", "", "en")));
        await _village.Planned(
            _berit,
            ActivityState.Open,
            a =>
            {
                a.Word(new ActivityWords("Every week", "", "en"));
                a.Time(Doing.At(Doing.Evening.AddDays(-14), Rhythm.Weekly, new DateOnly(2026, 12, 21)));
            }
        );
        _village.House.Clock.Move(TimeSpan.FromDays(40));
        using var berit = await _village.As("berit@example.org");
        var sheet = (await berit.Open("/activities?month=2026-12-01")).One("table.month").TextContent;
        foreach (var title in new[] { "Was held", "Was left open", "Every week" })
            Assert.Contains(title, sheet, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Was held",
            (await berit.Open("/activities?month=2027-03-01")).One("table.month").TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Was held", (await berit.Open("/activities")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_nobody_knows_is_not_repeated()
    {
        using var visitor = _village.House.Reader();
        foreach (var code in new[] { "zz", new string('x', 1000) })
        {
            foreach (var asked in new[] { $"country={code}", $"method={code}" })
            {
                Assert.DoesNotContain(
                    code,
                    (await visitor.Open($"/activities?{asked}")).Is(HttpStatusCode.NotFound).Text,
                    StringComparison.Ordinal
                );
                var problem = (await visitor.Open($"/api/v1/activities?{asked}")).Is(HttpStatusCode.BadRequest);
                Assert.DoesNotContain(code, problem.Body, StringComparison.Ordinal);
            }
            (await visitor.Open($"/activities.atom?country={code}")).Is(HttpStatusCode.NotFound);
        }
        foreach (var path in new[] { "/activities", "/api/v1/activities", "/activities.atom" })
        foreach (var asked in new[] { "country=&method=", "country=iq&method=Skills" })
            (await visitor.Open($"{path}?{asked}")).Is(HttpStatusCode.OK);
        Assert.Contains("Iraq", (await visitor.Open("/activities?country=iq")).One("h1").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_much_a_series_that_began_long_ago_is_not_left_out()
    {
        await _village.Planned(
            _berit,
            ActivityState.Open,
            a =>
            {
                a.Word(new ActivityWords("Every week", "", "en"));
                a.Time(Doing.At(Doing.Evening.AddDays(-70), Rhythm.Weekly, new DateOnly(2027, 6, 1)));
            }
        );
        var rows = new List<object>();
        for (var i = 0; i < ActivityList.Most; i++)
        {
            var one = new Activity(_village.Home.Id, _berit.Id, Method.Information, false, _village.House.Clock.GetUtcNow());
            one.Word(new ActivityWords($"Other {i}.", "", "en"));
            one.Time(Doing.At(Doing.Evening.AddDays(i % 20)));
            rows.Add(one);
        }
        // Over long ago, though nobody has said so: it takes no place in the list of what is coming.
        var old = new Activity(_village.Home.Id, _berit.Id, Method.Information, false, _village.House.Clock.GetUtcNow());
        old.Word(new ActivityWords("Forgotten", "", "en"));
        old.Time(Doing.At(Doing.Evening.AddDays(-60)));
        rows.Add(old);
        await _village.House.Store([.. rows]);
        using var berit = await _village.As("berit@example.org");
        var sheet = (await berit.Open("/activities?month=2026-12-01")).One("table.month").TextContent;
        Assert.Contains("Every week", sheet, StringComparison.Ordinal);
        Assert.Contains("Other 0.", sheet, StringComparison.Ordinal);
        Assert.Contains($"Other {ActivityList.Most - 1}.", sheet, StringComparison.Ordinal);
        var list = (await berit.Open("/activities")).Text;
        Assert.Contains("Every week", list, StringComparison.Ordinal);
        Assert.Contains("Other 0.", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Forgotten", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Machines_read_the_next_time_of_a_series()
    {
        var series = await _village.Planned(
            _berit,
            ActivityState.Open,
            a =>
            {
                a.Show(toEveryone: true, "");
                a.Time(Doing.At(Doing.Evening, Rhythm.Weekly, new DateOnly(2027, 1, 25)));
            }
        );
        _village.House.Clock.Move(Doing.Evening.AddDays(8) - _village.House.Clock.GetUtcNow());
        using var visitor = _village.House.Reader();
        var page = await visitor.Open($"/activities/{series.Id}");
        using var data = JsonDocument.Parse(page.One("script[type='application/ld+json']").TextContent);
        Assert.Equal("2026-12-21T18:00:00+01:00", data.RootElement.GetProperty("startDate").GetString());
        // On a phone the card to sign up follows the head.
        Assert.Equal("now", page.One(".with-now").FirstElementChild!.ClassName);
        Assert.NotNull(page.One(".now #join"));
    }
}
