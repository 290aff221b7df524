using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Organising;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Activities.Trips.Programme;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities.Trips;

/// <summary>The days of a trip: what is known of them over there, and what may be laid on them.</summary>
[UsesDatabase]
public sealed class TripDaysTests : IAsyncLifetime
{
    private readonly Village _village = new();
    private Member _berit = null!;
    private Activity _trip = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        var days = new Timing(Typed("2027-05-11", 9), Typed("2027-05-19", 18), "Europe/Stockholm", Rhythm.Once, null);
        _trip = await _village.Planned(_berit, ActivityState.Open, a => a.Time(days), isTrip: true);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task What_lies_outside_the_trip_is_refused_at_its_field()
    {
        using var berit = await _village.As("berit@example.org");
        var plan = await berit.Open($"/trips/{_trip.Id}/plan");
        plan = await berit.Submit(
            plan.Form(
                "form[data-keep=stop]",
                ("Stop.Country", "IQ"),
                ("Stop.Town", "Erbil"),
                ("Stop.Arrives", "2027-05-12"),
                ("Stop.Leaves", "2030-01-01")
            )
        );
        Assert.Contains("at most 60 days", plan.One("#field-leaves-error").TextContent, StringComparison.Ordinal);
        plan = await berit.Submit(plan.Form("form[data-keep=stop]", ("Stop.Arrives", "2030-01-01"), ("Stop.Leaves", "2030-01-02")));
        Assert.Contains("2027-05-11", plan.One("#field-arrives-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("Erbil", plan.One("[name='Stop.Town']").GetAttribute("value"));
        plan = await berit.Submit(
            plan.Form("form[data-keep=item]", ("Item.Day", "2011-05-13"), ("Item.Time", "09:00"), ("Item.Words", "Tea"))
        );
        Assert.Contains("2027-05-11", plan.One("#field-day-error").TextContent, StringComparison.Ordinal);
        (string, string)[] firm = [("Input.Name", "Zagros"), ("Input.From", "12:00"), ("Input.To", "09:00")];
        plan = await berit.Submit(plan.Form("form[data-keep=counterpart]", [.. firm, ("Input.MeetDay", "2011-05-13")]));
        Assert.Contains("2027-05-11", plan.One("#field-meetday-error").TextContent, StringComparison.Ordinal);
        plan = await berit.Submit(plan.Form("form[data-keep=counterpart]", [.. firm, ("Input.MeetDay", "2027-05-13")]));
        Assert.Contains("after the beginning", plan.One("#field-to-error").TextContent, StringComparison.Ordinal);
        Assert.Empty(await _village.House.Ask(db => db.Set<Counterpart>().AsNoTracking().ToListAsync()));
    }

    [Fact]
    public async Task The_next_trip_begins_with_the_plan_of_the_last_moved_to_its_days()
    {
        await LaysOutAndHolds();
        using var berit = await _village.As("berit@example.org");
        var page = await berit.Submit((await berit.Open($"/trips/{_trip.Id}")).Form("form[data-keep=copy]", ("Again.Day", "2020-01-01")));
        Assert.Contains("has passed", page.One("form[data-keep=copy] #field-day-error").TextContent, StringComparison.Ordinal);
        // Winter: the clock at home stays, the clock of the world does not.
        page = await berit.Submit(page.Form("form[data-keep=copy]", ("Again.Day", "2027-11-11")));
        var id = Guid.Parse(page.Address.Segments[^1]);
        Assert.NotEqual(_trip.Id, id);
        Assert.Equal(Typed("2027-11-11", 9), (await _village.Now(id)).StartsAt);
        var plan = await _village.House.Ask(db => TripPlan.Of(db, id, CancellationToken.None));
        Assert.Equal((new DateOnly(2027, 11, 12), new DateOnly(2027, 11, 18)), (plan.Stops.Single().From, plan.Stops.Single().To));
        Assert.Equal(new DateOnly(2027, 11, 13), plan.Items.Single().Day);
        Assert.Equal(
            ("Zagros", "", new DateOnly(2027, 11, 14)),
            (plan.Counterparts.Single().Name, plan.Counterparts.Single().About, plan.Counterparts.Single().Day)
        );
        Assert.Equal(("Heat", "112", "Choni", ""), (plan.Sheet!.Risks, plan.Sheet.Emergency, plan.Sheet.Phrases, plan.Sheet.Lists));
    }

    private async Task LaysOutAndHolds()
    {
        Assert.Null(
            await Plans(p =>
                p.Stay(
                    _trip.Id,
                    new StopInput
                    {
                        Country = "IQ",
                        Town = "Erbil",
                        Arrives = "2027-05-12",
                        Leaves = "2027-05-18",
                    }
                )
            )
        );
        Assert.Null(
            await Plans(p =>
                p.Item(
                    _trip.Id,
                    new ItemInput
                    {
                        Day = "2027-05-13",
                        Time = "09:00",
                        Words = "Tea",
                    }
                )
            )
        );
        Assert.Null(
            await Plans(p =>
                p.Meet(
                    _trip.Id,
                    new CounterpartInput
                    {
                        Name = "Zagros",
                        About = "Ask for Ali",
                        MeetDay = "2027-05-14",
                    }
                )
            )
        );
        var notes = SheetInput.Of(new TripSheet(_trip.Id));
        (notes.Risks, notes.Emergency, notes.Phrases, notes.Lists) = ("Heat", "112", "Choni", "Ali with Bo");
        Assert.Null(await Plans(p => p.Write(_trip.Id, notes)));
        _village.House.Clock.Move(TimeSpan.FromDays(200));
        Assert.Null(
            await _village.House.By(
                "berit@example.org",
                s => s.GetRequiredService<TurnActivity>().Run(_trip.Id, new TurnInput { To = ActivityState.Held })
            )
        );
    }

    private Task<Refusal?> Plans(Func<PlanTrip, Task<Refusal?>> verb) =>
        _village.House.By("berit@example.org", s => verb(s.GetRequiredService<PlanTrip>()));

    [Theory]
    [InlineData("SE", "2027-03-01", "2027-03-03", null)]
    [InlineData("DE", "2031-04-10", "2031-04-16", "end in 2028")]
    public async Task That_people_work_is_said_only_where_the_tables_know_it(string country, string from, string to, string? unknown)
    {
        var atlas = new Atlas();
        using var berit = await _village.As("berit@example.org");
        var days = new Timing(Typed(from, 8), Typed(to, 18), "Europe/Stockholm", Rhythm.Once, null);
        var trip = await _village.Planned(_berit, ActivityState.Open, a => a.Time(days), isTrip: true);
        var stop = new StopInput
        {
            Country = country,
            Town = "There",
            Arrives = from,
            Leaves = to,
        };
        Assert.Null(await _village.House.By("berit@example.org", s => s.GetRequiredService<PlanTrip>().Stay(trip.Id, stop)));
        var said = (await berit.Open($"/trips/{trip.Id}")).One("#dates").TextContent;
        var isKnown = atlas.Country(country)!.Weekend is not null && unknown is null;
        Assert.Equal(isKnown, said.Contains("People work on all", StringComparison.Ordinal));
        Assert.Equal(unknown is not null, said.Contains(unknown ?? "end in", StringComparison.Ordinal));
    }

    private static DateTimeOffset Typed(string day, int hour) =>
        Series.At(Typing.Day(day)!.Value, new TimeOnly(hour, 0), "Europe/Stockholm");
}
