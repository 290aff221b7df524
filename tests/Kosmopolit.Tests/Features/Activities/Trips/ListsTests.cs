using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Activities.Trips.Rides;
using Kosmopolit.Features.Activities.Trips.Rooms;
using Kosmopolit.Features.Activities.Trips.Travellers;
using Kosmopolit.Platform;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities.Trips;

/// <summary>Who sleeps where and who rides in what: one room a night, one ride at a time, for those who travel.</summary>
[UsesDatabase]
public sealed class ListsTests : IAsyncLifetime
{
    private const string Organiser = "berit@example.org";
    private const string Traveller = "karim@example.org";

    private readonly Village _village = new();
    private Activity _trip = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        var berit = await _village.Settle(Organiser, "Berit", _village.Home);
        await _village.Settle(Traveller, "Karim", _village.Home);
        var start = Series.At(new DateOnly(2027, 5, 11), new TimeOnly(9, 0), "Europe/Stockholm");
        var days = new Timing(start, start.AddDays(8), "Europe/Stockholm", Rhythm.Once, null);
        _trip = await _village.Planned(berit, ActivityState.Open, a => a.Time(days), isTrip: true);
        foreach (var email in new[] { Organiser, Traveller })
        {
            Assert.Null(await _village.SignsUp(email, _trip.Id));
            _village.House.Clock.Move(TimeSpan.FromMinutes(1));
        }
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Somebody_sleeps_in_one_room_a_night_and_sees_it_on_the_trip_and_in_the_pack()
    {
        var (small, large, later) = (await Room("Small", 1, 11, 14), await Room("Large", 2, 12, 15), await Room("Later", 2, 14, 16));
        var (berit, karim) = await Seats();
        Assert.Contains("too many for", (await Sleep((small, berit), (small, karim)))!.Text, StringComparison.Ordinal);
        Assert.Contains("two rooms in the night", (await Sleep((small, karim), (large, karim)))!.Text, StringComparison.Ordinal);
        Assert.Empty(await Beds());
        // The morning one leaves is no night: the next room begins that day.
        Assert.Null(await Sleep((small, karim), (later, karim)));
        Assert.Equal(5, (await Beds()).Count);
        using var reader = await _village.As(Traveller);
        foreach (var path in new[] { "", "/lists", "/pack.html" })
        {
            var own = (await reader.Open($"/trips/{_trip.Id}{path}")).One("#my-places").TextContent;
            Assert.Contains("Small", own, StringComparison.Ordinal);
            Assert.Contains("Later", own, StringComparison.Ordinal);
            Assert.DoesNotContain("Large", own, StringComparison.Ordinal);
        }
        var page = await reader.Open($"/trips/{_trip.Id}/lists");
        Assert.Equal(["0 of 1", "2 of 2", "1 of 2"], Cells(page, "#rooms td.number"));
        Assert.Empty(page.Html.QuerySelectorAll("form[data-keep]"));
    }

    [Fact]
    public async Task Whoever_is_moved_from_a_room_to_another_is_moved_in_one_save()
    {
        var (one, two) = (await Room("One", 1, 11, 13), await Room("Two", 1, 11, 13));
        var (berit, karim) = await Seats();
        Assert.Null(await Sleep((one, karim)));
        using var reader = await _village.As(Organiser);
        var form = (await reader.Open($"/trips/{_trip.Id}/lists")).Form("form[data-keep=beds]");
        Tick(form, BedsInput.Pair(one, karim), false);
        Tick(form, BedsInput.Pair(two, karim), true);
        Tick(form, BedsInput.Pair(one, berit), true);
        await reader.Submit(form);
        Assert.Equal(new[] { (one, berit), (two, karim) }.Order(), (await Beds()).Select(b => (b.RoomId, b.SignUpId)).Distinct().Order());
        // What is refused stays as it was ticked.
        form = (await reader.Open($"/trips/{_trip.Id}/lists")).Form("form[data-keep=beds]");
        Tick(form, BedsInput.Pair(one, karim), true);
        var page = await reader.Submit(form);
        Assert.Contains("two rooms", page.One("#rooms .refusal").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.Html.QuerySelectorAll("form[data-keep=beds] [type=checkbox][checked]").Length);
        Assert.True(page.Html.QuerySelector("#rooms details")!.HasAttribute("open"));
    }

    [Fact]
    public async Task Only_those_who_come_are_put_anywhere_and_leaving_frees_the_place()
    {
        var (room, ride) = (await Room("One", 1, 11, 13), await Ride("Airport", "Hotel", "09:00", 30, 1));
        var (_, karim) = await Seats();
        Assert.Null(await Sleep((room, karim)));
        Assert.Null(await Rides((ride, karim)));
        Assert.Null(await _village.House.By(Traveller, s => s.GetRequiredService<JoinActivity>().Leave(_trip.Id)));
        Assert.Empty(await Beds());
        Assert.Empty(await _village.House.All<RideSeat>());
        Assert.Null(await Sleep((room, karim)));
        Assert.Empty(await Beds());
    }

    [Fact]
    public async Task Nobody_is_in_two_rides_at_the_same_time()
    {
        var (early, clash, next) = (
            await Ride("Airport", "Hotel", "09:00", 90, 1),
            await Ride("Airport", "Bank", "10:00", 30, 4),
            await Ride("Hotel", "Bank", "10:30", 30, 4)
        );
        var (berit, karim) = await Seats();
        Assert.Contains("same time", (await Rides((early, karim), (clash, karim)))!.Text, StringComparison.Ordinal);
        Assert.Contains("too many for", (await Rides((early, karim), (early, berit)))!.Text, StringComparison.Ordinal);
        Assert.Null(await Rides((early, karim), (next, karim), (clash, berit)));
        using var reader = await _village.As(Traveller);
        var own = (await reader.Open($"/trips/{_trip.Id}/lists")).One("#my-places").TextContent;
        Assert.Contains("1 h 30 min", own, StringComparison.Ordinal);
        Assert.Contains("Stockholm", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_of_its_own_counts_where_two_rides_meet()
    {
        // Nine in Baghdad is eight in Stockholm in summer.
        var there = await Ride("Erbil", "Duhok", "09:00", 60, 4, "Asia/Baghdad");
        var (here, after) = (await Ride("Umeå", "Luleå", "08:30", 60, 4), await Ride("Umeå", "Luleå", "09:30", 60, 4));
        var (_, karim) = await Seats();
        Assert.Contains("same time", (await Rides((there, karim), (here, karim)))!.Text, StringComparison.Ordinal);
        Assert.Null(await Rides((there, karim), (after, karim)));
    }

    [Fact]
    public async Task What_is_typed_wrong_is_said_at_its_field()
    {
        using var reader = await _village.As(Organiser);
        var page = await reader.Open($"/trips/{_trip.Id}/lists");
        page = await reader.Submit(
            page.Form("form[data-keep=room]", ("Room.Name", "One"), ("Room.Since", "2027-05-12"), ("Room.Until", "2027-05-12"))
        );
        Assert.Contains("at least one night", page.One("#field-until-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("One", page.One("[name='Room.Name']").GetAttribute("value"));
        page = await reader.Submit(
            page.Form(
                "form[data-keep=ride]",
                ("Ride.Start", "A"),
                ("Ride.Goal", "B"),
                ("Ride.LeaveTime", "09:00"),
                ("Ride.Zone", "Nowhere"),
                ("Ride.Minutes", "30")
            )
        );
        Assert.Contains("clock", page.One("#field-zone-error").TextContent, StringComparison.Ordinal);
        Assert.Empty(await _village.House.All<TripRoom>());
    }

    [Fact]
    public async Task Only_those_who_travel_read_the_lists_and_only_organisers_write_them()
    {
        var room = await Room("Hidden room", 2, 11, 13);
        var (_, karim) = await Seats();
        Assert.Null(await Sleep((room, karim)));
        var wish = new TravellerInput { RoomWish = RoomWish.Alone, RoomWords = "Snores" };
        Assert.Null(await _village.House.By(Traveller, s => s.GetRequiredService<TravelAlong>().Run(_trip.Id, wish)));
        using var along = await _village.As(Traveller);
        var page = await along.Open($"/trips/{_trip.Id}/lists");
        Assert.Contains("Snores", page.One("#wishes").TextContent, StringComparison.Ordinal);
        Assert.Contains("Hidden room", page.Body, StringComparison.Ordinal);
        using var stranger = await _village.As(_village.Coordinator);
        (await stranger.Open($"/trips/{_trip.Id}/lists")).Is(HttpStatusCode.NotFound);
        var seen = await stranger.Open($"/trips/{_trip.Id}");
        Assert.DoesNotContain("Hidden room", seen.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Snores", seen.Body, StringComparison.Ordinal);
        var beds = new BedsInput { In = [BedsInput.Pair(room, karim)] };
        foreach (var email in new[] { Traveller, _village.Coordinator })
        {
            Assert.Equal(RefusalKind.NotYours, (await By<KeepRooms>(email, k => k.Sleep(_trip.Id, beds)))!.Kind);
            Assert.Equal(RefusalKind.NotYours, (await By<KeepRooms>(email, k => k.Add(_trip.Id, new RoomInput())))!.Kind);
            Assert.Equal(RefusalKind.NotYours, (await By<KeepRooms>(email, k => k.Remove(_trip.Id, room)))!.Kind);
            Assert.Equal(RefusalKind.NotYours, (await By<KeepRides>(email, k => k.Seat(_trip.Id, new SeatsInput())))!.Kind);
            Assert.Equal(RefusalKind.NotYours, (await By<KeepRides>(email, k => k.Add(_trip.Id, new RideInput())))!.Kind);
        }
    }

    [Fact]
    public async Task The_database_itself_knows_one_room_a_night()
    {
        var (one, two) = (await Room("One", 2, 11, 13), await Room("Two", 2, 11, 13));
        var (_, karim) = await Seats();
        Assert.Null(await Sleep((one, karim)));
        var other = (await _village.House.All<TripRoom>()).Single(r => r.Id == two);
        await Assert.ThrowsAsync<DbUpdateException>(() => _village.House.Store(new Bed(other, karim, null, other.From)));
    }

    private static void Tick(IHtmlFormElement form, string value, bool on) =>
        form.QuerySelectorAll<IHtmlInputElement>($"[type=checkbox][value='{value}']").Single().IsChecked = on;

    private static IEnumerable<string> Cells(Page page, string cells) =>
        page.Html.QuerySelectorAll(cells).Select(c => c.TextContent.Trim());

    private Task<Refusal?> By<TVerb>(string email, Func<TVerb, Task<Refusal?>> verb)
        where TVerb : notnull => _village.House.By(email, s => verb(s.GetRequiredService<TVerb>()));

    private async Task<Guid> Room(string name, int places, int from, int to)
    {
        var typed = new RoomInput
        {
            Name = name,
            Places = $"{places}",
            Since = $"2027-05-{from}",
            Until = $"2027-05-{to}",
        };
        Assert.Null(await By<KeepRooms>(Organiser, k => k.Add(_trip.Id, typed)));
        return (await _village.House.All<TripRoom>()).Single(r => r.Name == name).Id;
    }

    private async Task<Guid> Ride(string from, string to, string time, int minutes, int seats, string zone = "")
    {
        var known = (await _village.House.All<Ride>()).Select(r => r.Id).ToList();
        var typed = new RideInput
        {
            Start = from,
            Goal = to,
            LeaveDay = "2027-05-12",
            LeaveTime = time,
            Zone = zone,
            Minutes = $"{minutes}",
            Seats = $"{seats}",
        };
        Assert.Null(await By<KeepRides>(Organiser, k => k.Add(_trip.Id, typed)));
        return (await _village.House.All<Ride>()).Single(r => !known.Contains(r.Id)).Id;
    }

    private async Task<(Guid Berit, Guid Karim)> Seats()
    {
        var rows = await _village.SignUps(_trip.Id);
        return (rows[0].Id, rows[1].Id);
    }

    private Task<Refusal?> Sleep(params (Guid Room, Guid Who)[] where) =>
        By<KeepRooms>(Organiser, k => k.Sleep(_trip.Id, new BedsInput { In = [.. where.Select(w => BedsInput.Pair(w.Room, w.Who))] }));

    private Task<Refusal?> Rides(params (Guid Ride, Guid Who)[] where) =>
        By<KeepRides>(Organiser, k => k.Seat(_trip.Id, new SeatsInput { Riding = [.. where.Select(w => SeatsInput.Pair(w.Ride, w.Who))] }));

    private Task<List<Bed>> Beds() => _village.House.All<Bed>();
}
