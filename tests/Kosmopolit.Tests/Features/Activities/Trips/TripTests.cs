using System.Net;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Activities.Trips.Meetings;
using Kosmopolit.Features.Activities.Trips.Programme;
using Kosmopolit.Features.Activities.Trips.Travellers;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities.Trips;

/// <summary>A business trip from its places to what each owes in the end; read by those who travel along.</summary>
[UsesDatabase]
public sealed class TripTests : IAsyncLifetime
{
    private readonly Village _village = new();
    private Member _berit = null!;
    private Activity _trip = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        await _village.Settle("karim@example.org", "Karim", _village.Home);
        _trip = await _village.Planned(_berit, ActivityState.Open, isTrip: true);
        Assert.Null(await _village.SignsUp("berit@example.org", _trip.Id));
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Its_days_are_checked_against_what_is_kept_there()
    {
        using var berit = await _village.As("berit@example.org");
        var plan = (await berit.Open($"/trips/{_trip.Id}/plan")).Is(HttpStatusCode.OK);
        plan = await berit.Submit(
            plan.Form(
                "form[data-keep=stop]",
                ("Stop.Country", "IQ"),
                ("Stop.Town", "Erbil"),
                ("Stop.Arrives", "2027-05-12"),
                ("Stop.Leaves", "2027-05-18")
            )
        );
        await berit.Submit(
            plan.Form("form[data-keep=item]", ("Item.Day", "2027-05-13"), ("Item.Time", "09:00"), ("Item.Words", "Breakfast"))
        );
        var page = await berit.Open($"/activities/{_trip.Id}");
        // A trip has one address; the other leads to it.
        Assert.Equal($"/trips/{_trip.Id}", page.Address.AbsolutePath);
        Assert.Contains("weekend there", page.One("#dates").TextContent, StringComparison.Ordinal);
        Assert.Contains("Eid al-Adha", page.One("#dates").TextContent, StringComparison.Ordinal);
        Assert.Contains("Breakfast", page.One("#programme").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.Html.QuerySelectorAll("#dates a[href*='kind=people']"));
    }

    [Fact]
    public async Task Whom_both_want_is_met_without_a_clash()
    {
        await SignsUpAndTells("karim@example.org");
        using var berit = await _village.As("berit@example.org");
        foreach (var (name, place) in new[] { ("Zagros Timber", "Ankawa"), ("Citadel Water", "Gulan") })
            await berit.Submit(
                (await berit.Open($"/trips/{_trip.Id}/plan")).Form(
                    "form[data-keep=counterpart]",
                    ("Input.Name", name),
                    ("Input.Address", place),
                    ("Input.MeetDay", "2027-05-13"),
                    ("Input.From", "09:00"),
                    ("Input.To", "12:00")
                )
            );
        var firms = await _village.House.Ask(db => db.Set<Counterpart>().AsNoTracking().OrderBy(c => c.Id).ToListAsync());
        foreach (var email in new[] { "berit@example.org", "karim@example.org" })
            await SignsUpAndTells(email, firms.Select(f => f.Id));
        var travellers = await _village.House.Ask(db => db.Set<Traveller>().AsNoTracking().ToListAsync());
        var nobody = await _village.House.By("berit@example.org", s => s.GetRequiredService<ArrangeMeetings>().Run(_trip.Id));
        Assert.Contains("Nobody wants", nobody!.Text, StringComparison.Ordinal);
        var wanted = new WantedInput { Wanted = [.. travellers.SelectMany(t => firms.Select(f => $"{t.Id:N}/{f.Id:N}"))] };
        await _village.House.By("berit@example.org", s => s.GetRequiredService<ArrangeMeetings>().Note(_trip.Id, wanted));
        var page = await berit.Submit(
            (await berit.Open($"/trips/{_trip.Id}/meetings")).Form("form:has(button:contains('Make the timetable'))")
        );
        Assert.Equal(4, page.Html.QuerySelectorAll("tbody tr").Length);
        var met = await _village.House.Ask(db => db.Set<MeetingWish>().AsNoTracking().ToListAsync());
        Assert.All(met, m => Assert.NotNull(m.MeetsAt));
        Assert.All(met.GroupBy(m => m.TravellerId), g => Assert.Equal(2, g.Select(m => m.MeetsAt).Distinct().Count()));
        Assert.All(met.GroupBy(m => m.CounterpartId), g => Assert.Equal(2, g.Select(m => m.MeetsAt).Distinct().Count()));
    }

    [Fact]
    public async Task Costs_come_out_to_the_ore()
    {
        foreach (var email in new[] { "berit@example.org", "karim@example.org", _village.Coordinator })
            await SignsUpAndTells(email);
        using var karim = await _village.As("karim@example.org");
        var page = await karim.Submit(
            (await karim.Open($"/trips/{_trip.Id}/money")).Form("form[data-keep=expense]", ("Input.Words", "Bus"), ("Input.Amount", "100"))
        );
        Assert.Contains("Berit pays 33.3", page.Text, StringComparison.Ordinal);
        Assert.Contains("Anna pays 33.3", page.Text, StringComparison.Ordinal);
        page = await karim.Submit(page.Form("form[data-keep=expense]", ("Input.Words", "Bus"), ("Input.Amount", "1,234")));
        Assert.Contains("amount", page.One(".refusal").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_travellers_tell_each_other_nobody_else_reads()
    {
        await SignsUpAndTells("karim@example.org");
        using var karim = await _village.As("karim@example.org");
        using var anna = await _village.As(_village.Coordinator);
        using var nils = await _village.As(_village.Neighbour);
        var pack = (await karim.Open($"/trips/{_trip.Id}/pack.html")).Is(HttpStatusCode.OK);
        Assert.Contains("karim-on-the-road", pack.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("sister-at-home", pack.Body, StringComparison.Ordinal);
        Assert.True(pack.Bytes.Length < 300_000);
        Assert.Empty(pack.Html.QuerySelectorAll("script, link[rel=stylesheet], img"));
        Assert.DoesNotContain(
            "karim-on-the-road",
            (await anna.Open($"/trips/{_trip.Id}")).Is(HttpStatusCode.OK).Body,
            StringComparison.Ordinal
        );
        foreach (var part in new[] { "/me", "/meetings", "/money", "/pack.html", "/plan" })
        foreach (var reader in new[] { anna, nils })
            (await reader.Open($"/trips/{_trip.Id}{part}")).Is(HttpStatusCode.NotFound);
        var sheet = new TravellerInput { Goals = "Mine" };
        Assert.Equal(
            RefusalKind.NotYours,
            (await _village.House.By(_village.Coordinator, s => s.GetRequiredService<TravelAlong>().Run(_trip.Id, sheet)))!.Kind
        );
        Assert.Equal(
            RefusalKind.NotYours,
            (await _village.House.By("karim@example.org", s => s.GetRequiredService<PlanTrip>().Write(_trip.Id, new SheetInput())))!.Kind
        );
    }

    [Fact]
    public void A_day_nobody_works_is_quiet_and_what_is_unknown_stays_unknown()
    {
        var atlas = new Atlas();
        var days = DayCheck.Of(atlas, "IQ", new DateOnly(2026, 12, 10), new DateOnly(2026, 12, 13));
        Assert.Equal(4, days.Count);
        Assert.Contains(days, d => d.IsQuiet);
        Assert.Contains(days, d => !d.IsQuiet);
        var unknown = atlas.Countries.First(c => c.Weekend is null);
        Assert.All(
            DayCheck.Of(atlas, unknown.Alpha2, new DateOnly(2026, 12, 10), new DateOnly(2026, 12, 13)),
            d => Assert.Null(d.IsWeekend)
        );
    }

    private async Task SignsUpAndTells(string email, IEnumerable<Guid>? wants = null)
    {
        await _village.SignsUp(email, _trip.Id);
        var input = new TravellerInput
        {
            Goals = "Find a partner",
            Contact = $"{email.Split('@')[0]}-on-the-road",
            AtHome = "sister-at-home",
            Agrees = true,
            Wants = [.. wants ?? []],
        };
        Assert.Null(await _village.House.By(email, s => s.GetRequiredService<TravelAlong>().Run(_trip.Id, input)));
    }
}
