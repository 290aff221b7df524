using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Activities.Trips.Meetings;
using Kosmopolit.Features.Activities.Trips.Travellers;
using Kosmopolit.Platform;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities.Trips;

/// <summary>Whom a counterpart wants to meet is kept by several organisers, of people who come and go.</summary>
[UsesDatabase]
public sealed class WantedTests : IAsyncLifetime
{
    private readonly Village _village = new();
    private Activity _trip = null!;
    private Counterpart _early = null!;
    private Counterpart _late = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        var berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        foreach (var name in new[] { "karim", "leila" })
            await _village.Settle($"{name}@example.org", name, _village.Home);
        var start = Series.At(new DateOnly(2027, 5, 11), new TimeOnly(9, 0), "Europe/Stockholm");
        var days = new Timing(start, start.AddDays(8), "Europe/Stockholm", Rhythm.Once, null);
        _trip = await _village.Planned(berit, ActivityState.Open, a => a.Time(days), isTrip: true);
        Counterpart There(string name, int hour) =>
            new(_trip.Id, name, "", "Ankawa", new Hours(new DateOnly(2027, 5, 13), new TimeOnly(hour, 0), new TimeOnly(hour, 30)));
        (_early, _late) = (There("Zagros Timber", 9), There("Citadel Water", 11));
        await _village.House.Store(_early, _late);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task A_form_that_lay_open_undoes_nothing_that_was_noted_since()
    {
        await Travels("berit@example.org", _early, _late);
        await Travels("karim@example.org", _early);
        using var berit = await _village.As("berit@example.org");
        var opened = await Meetings(berit);
        // Another organiser notes something meanwhile, also of somebody who has only just joined.
        Assert.Null(await Notes(await Pair("karim", _early)));
        await Travels("leila@example.org", _late);
        Assert.Null(await Notes(await Pair("leila", _late)));
        await berit.Submit(opened.Form("form[data-keep=wanted]", ("Input.Wanted", await Pair("berit", _late))));
        Assert.Equal(["berit", "karim", "leila"], await Wanted());
        // What is unticked by hand is not wanted any more.
        await berit.Submit((await Meetings(berit)).Form("form[data-keep=wanted]", ("Input.Wanted", await Pair("karim", _early))));
        Assert.Equal(["karim"], await Wanted());
    }

    [Fact]
    public async Task Whoever_gave_up_their_seat_takes_nobodys_hour()
    {
        foreach (var email in new[] { "karim@example.org", "berit@example.org" })
            await Travels(email, _early);
        await Travels("karim@example.org", _early, _late);
        foreach (var pair in new[] { await Pair("karim", _early), await Pair("karim", _late), await Pair("berit", _early) })
            Assert.Null(await Notes(pair));
        Assert.Null(await Arranges());
        Assert.Contains("karim", await Timed());
        Assert.Null(await _village.House.By("karim@example.org", s => s.GetRequiredService<JoinActivity>().Leave(_trip.Id)));
        Assert.Null(await Arranges());
        Assert.Equal(["berit"], await Timed());
        // Whoever comes back finds their wishes again.
        Assert.Null(await _village.SignsUp("karim@example.org", _trip.Id));
        Assert.Null(await Arranges());
        Assert.Contains("karim", await Timed());
        foreach (var email in new[] { "karim@example.org", "berit@example.org" })
            Assert.Null(await _village.House.By(email, s => s.GetRequiredService<JoinActivity>().Leave(_trip.Id)));
        Assert.Contains("Nobody wants", (await Arranges())!.Text, StringComparison.Ordinal);
    }

    private async Task Travels(string email, params Counterpart[] wants)
    {
        await _village.SignsUp(email, _trip.Id);
        var sheet = new TravellerInput
        {
            Contact = email.Split('@')[0],
            Agrees = true,
            Wants = [.. wants.Select(c => c.Id)],
        };
        Assert.Null(await _village.House.By(email, s => s.GetRequiredService<TravelAlong>().Run(_trip.Id, sheet)));
    }

    private Task<Page> Meetings(Reader reader) => reader.Open($"/trips/{_trip.Id}/meetings");

    private Task<Refusal?> Notes(string pair) =>
        _village.House.By(
            "berit@example.org",
            s => s.GetRequiredService<ArrangeMeetings>().Note(_trip.Id, new WantedInput { Wanted = [pair] })
        );

    private Task<Refusal?> Arranges() => _village.House.By("berit@example.org", s => s.GetRequiredService<ArrangeMeetings>().Run(_trip.Id));

    private async Task<string> Pair(string name, Counterpart counterpart)
    {
        var traveller = (await _village.House.All<Traveller>()).Single(t => t.Contact == name);
        return $"{traveller.Id:N}/{counterpart.Id:N}";
    }

    private Task<List<string>> Wanted() => Names(w => w.ByCounterpart);

    private Task<List<string>> Timed() => Names(w => w.MeetsAt != null);

    private async Task<List<string>> Names(Func<MeetingWish, bool> which)
    {
        var names = (await _village.House.All<Traveller>()).ToDictionary(t => t.Id, t => t.Contact);
        return [.. (await _village.House.All<MeetingWish>()).Where(which).Select(w => names[w.TravellerId]).Distinct().Order()];
    }
}
