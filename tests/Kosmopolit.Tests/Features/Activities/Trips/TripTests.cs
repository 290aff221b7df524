using System.Net;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Activities.Trips.Meetings;
using Kosmopolit.Features.Activities.Trips.Packs;
using Kosmopolit.Features.Activities.Trips.Programme;
using Kosmopolit.Features.Activities.Trips.Travellers;
using Kosmopolit.Features.Knowledge.Articles;
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
    private static readonly DateTimeOffset QuarterPast = new(2027, 5, 13, 11, 15, 0, TimeSpan.FromHours(2));

    private readonly Village _village = new();
    private Member _berit = null!;
    private Activity _trip = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        await _village.Settle("karim@example.org", "Karim", _village.Home);
        var days = new Timing(Typed("2027-05-11", 9), Typed("2027-05-19", 18), "Europe/Stockholm", Rhythm.Once, null);
        _trip = await _village.Planned(_berit, ActivityState.Open, a => a.Time(days), isTrip: true);
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
    public async Task Whom_both_want_is_met_without_a_clash_in_hours_that_suit()
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
        await OnlyFromEleven();
    }

    // An end before the beginning is refused and nothing lost; what no longer fits loses its time, and one meeting is left.
    private async Task OnlyFromEleven()
    {
        using var karim = await _village.As("karim@example.org");
        var sheet = (await karim.Open($"/trips/{_trip.Id}/me")).Is(HttpStatusCode.OK);
        sheet = await karim.Submit(
            sheet.Form("form[data-keep=traveller]", ("Input.Hours[0].From", "11:00"), ("Input.Hours[0].To", "10:00"))
        );
        Assert.Contains("after the beginning", sheet.One("#field-hours-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("11:00", sheet.One("[name='Input.Hours[0].From']").GetAttribute("value"));
        await karim.Submit(sheet.Form("form[data-keep=traveller]", ("Input.Hours[0].To", "")));
        Assert.All(await TimesOf("karim"), at => Assert.True(at >= QuarterPast));
        Assert.Null(await _village.House.By("berit@example.org", s => s.GetRequiredService<ArrangeMeetings>().Run(_trip.Id)));
        Assert.Equal(QuarterPast, Assert.Single(await TimesOf("karim")));
        Assert.Equal(2, (await TimesOf("berit")).Count);
        sheet = await karim.Open($"/trips/{_trip.Id}/me");
        Assert.Equal("11:00", sheet.One("[name='Input.Hours[0].From']").GetAttribute("value"));
        await karim.Submit(sheet.Form("form[data-keep=traveller]", ("Input.Hours[0].IsAway", "true")));
        Assert.Empty(await TimesOf("karim"));
    }

    private Task<List<DateTimeOffset>> TimesOf(string name) =>
        _village.House.Ask(db =>
            db.Set<MeetingWish>()
                .Where(w => w.MeetsAt != null && db.Set<Traveller>().Any(t => t.Id == w.TravellerId && t.Contact.StartsWith(name)))
                .Select(w => w.MeetsAt!.Value)
                .ToListAsync()
        );

    [Fact]
    public async Task Costs_come_out_to_the_ore()
    {
        foreach (var email in new[] { "berit@example.org", "karim@example.org", _village.Coordinator })
            await SignsUpAndTells(email);
        using var karim = await _village.As("karim@example.org");
        var page = await karim.Submit(
            (await karim.Open($"/trips/{_trip.Id}/money")).Form("form[data-keep=expense]", ("Input.Words", "Bus"), ("Input.Amount", "100"))
        );
        Assert.Contains("Berit pays 33.3", Plain(page), StringComparison.Ordinal);
        Assert.Contains("Anna pays 33.3", Plain(page), StringComparison.Ordinal);
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
        foreach (var part in new[] { "/me", "/meetings", "/money", "/texts", "/pack.html", "/plan" })
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
    public async Task Texts_are_taken_along_as_the_traveller_chooses()
    {
        var now = _village.House.Clock.GetUtcNow();
        Article Text(string title, string country, int length = 50) =>
            Article.Bring(
                title.ToLowerInvariant().Replace(' ', '-'),
                new Subject(country, "", "en"),
                new Kosmopolit.Features.Knowledge.Articles.Words(
                    title,
                    "",
                    $"{title} in full. ![Bridge](/pictures/none.webp) {new string('x', length)}"
                ),
                (ArticleOrigin.Starter, Rights.Ours),
                now
            );
        var (tea, tips, long_) = (Text("Tea first", "IQ"), Text("No tips", "IQ"), Text("Everything", "IQ", PackTexts.Most));
        await _village.House.Store(tea, tips, long_, Text("Far away", "VN"));
        await SignsUpAndTells("karim@example.org");
        using var karim = await _village.As("karim@example.org");
        var page = (await karim.Open($"/trips/{_trip.Id}/texts")).Is(HttpStatusCode.OK);
        Assert.Equal(3, page.Html.QuerySelectorAll("[name='Input.Texts']").Length);
        Assert.Equal(2, page.Html.QuerySelectorAll("[name='Input.Texts'][checked]").Length);
        var pack = await karim.Open($"/trips/{_trip.Id}/pack.html");
        Assert.Contains("Tea first in full", pack.Text, StringComparison.Ordinal);
        Assert.Contains("No tips in full", pack.Text, StringComparison.Ordinal);
        Assert.Null(await Takes("karim@example.org", tips.Id));
        pack = await karim.Open($"/trips/{_trip.Id}/pack.html");
        Assert.DoesNotContain("Tea first in full", pack.Text, StringComparison.Ordinal);
        Assert.Contains("No tips in full", pack.Text, StringComparison.Ordinal);
        Assert.Empty(pack.Html.QuerySelectorAll("script, link[rel=stylesheet], img"));
        Assert.True(pack.Bytes.Length < 300_000);
        Assert.Contains("too many", (await Takes("karim@example.org", tips.Id, long_.Id))!.Text, StringComparison.Ordinal);
        Assert.Null(await Takes("karim@example.org"));
        Assert.DoesNotContain("in full", (await karim.Open($"/trips/{_trip.Id}/pack.html")).Text, StringComparison.Ordinal);
        // One press leaves the choice to the house again; whoever never chose is not offered it.
        page = await karim.Submit((await karim.Open($"/trips/{_trip.Id}/texts")).Form("form:has(button:contains('usual texts'))"));
        Assert.Equal(2, page.Html.QuerySelectorAll("[name='Input.Texts'][checked]").Length);
        Assert.Empty(page.Html.QuerySelectorAll("button:contains('usual texts')"));
        Assert.Contains("Tea first in full", (await karim.Open($"/trips/{_trip.Id}/pack.html")).Text, StringComparison.Ordinal);
        Assert.Equal(RefusalKind.NotYours, (await Takes(_village.Coordinator, tea.Id))!.Kind);
    }

    private Task<Refusal?> Takes(string email, params Guid[] texts) =>
        _village.House.By(email, s => s.GetRequiredService<PackTexts>().Run(_trip.Id, new PackInput { Texts = [.. texts] }));

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

    // Without what keeps names apart.
    private static string Plain(Page page) =>
        page.Text.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);

    private static DateTimeOffset Typed(string day, int hour) =>
        Series.At(Typing.Day(day)!.Value, new TimeOnly(hour, 0), "Europe/Stockholm");

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
