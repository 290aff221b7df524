using System.Net;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Activities.Trips.Programme;
using Kosmopolit.Features.Activities.Trips.Travellers;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities.Trips;

/// <summary>Whom to tell at home: organisers find it when they need it, on the page and without a net; nobody else does.</summary>
[UsesDatabase]
public sealed class AtHomeTests : IAsyncLifetime
{
    private readonly Village _village = new();
    private Activity _trip = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        var berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        await _village.Settle("karim@example.org", "Karim", _village.Home);
        await _village.Settle("leila@example.org", "Leila", _village.Home);
        _trip = await _village.Planned(berit, ActivityState.Open, isTrip: true);
        foreach (var email in new[] { "karim@example.org", "leila@example.org" })
            Assert.Null(await _village.SignsUp(email, _trip.Id));
        await Warn("Drink no tap water");
        var sheet = new TravellerInput
        {
            AtHome = "Sister Sara, ٠٧٠-123 45 67",
            Contact = "+964 750 123 4567",
            Agrees = true,
        };
        Assert.Null(await _village.House.By("karim@example.org", s => s.GetRequiredService<TravelAlong>().Run(_trip.Id, sheet)));
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("/pack.html")]
    public async Task Organisers_read_it_and_ring_by_a_tap(string part)
    {
        using var berit = await _village.As("berit@example.org");
        using var leila = await _village.As("leila@example.org");
        var list = (await berit.Open($"/trips/{_trip.Id}{part}")).Is(HttpStatusCode.OK).One("#at-home");
        Assert.Contains("Sister Sara", list.TextContent, StringComparison.Ordinal);
        Assert.Contains("has read the notes", list.TextContent, StringComparison.Ordinal);
        Assert.Contains("has not said", list.TextContent, StringComparison.Ordinal);
        Assert.Equal(["tel:0701234567", "tel:+9647501234567"], list.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.DoesNotContain(
            "Sister Sara",
            (await leila.Open($"/trips/{_trip.Id}{part}")).Is(HttpStatusCode.OK).Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_notes_stand_beside_what_one_agrees_to()
    {
        using var leila = await _village.As("leila@example.org");
        Assert.Contains(
            "Drink no tap water",
            (await leila.Open($"/trips/{_trip.Id}/me")).One("form[data-keep=traveller]").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whoever_read_the_notes_before_they_were_changed_is_asked_again_and_is_not_said_to_have_read_them()
    {
        using var berit = await _village.As("berit@example.org");
        using var karim = await _village.As("karim@example.org");
        var open = await Mine(karim);
        Assert.NotNull(open.Html.QuerySelector("[name='Input.Agrees'][checked]"));
        _village.House.Clock.Move(TimeSpan.FromDays(1));
        await Warn("Stay away from the border");
        Assert.Contains("before they were changed", (await List(berit)).TextContent, StringComparison.Ordinal);
        // What was ticked beside the old ones does not count for the new ones.
        var refused = await karim.Submit(open.Form("form[data-keep=traveller]"));
        Assert.Contains("Read them again", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Stay away from the border", refused.Text, StringComparison.Ordinal);
        Assert.Contains("before they were changed", (await List(berit)).TextContent, StringComparison.Ordinal);
        var again = await Mine(karim);
        Assert.Contains("have changed since you read them", again.Text, StringComparison.Ordinal);
        Assert.Null(again.Html.QuerySelector("[name='Input.Agrees'][checked]"));
        await karim.Submit(again.Form("form[data-keep=traveller]", ("Input.Agrees", "true")));
        Assert.DoesNotContain("before they were changed", (await List(berit)).TextContent, StringComparison.Ordinal);
        Assert.Contains("has read the notes", (await List(berit)).TextContent, StringComparison.Ordinal);
        _village.House.Clock.Move(TimeSpan.FromDays(1));
        // Another note is none on risks.
        await Warn("Stay away from the border", "Ring 112");
        Assert.DoesNotContain("before they were changed", (await List(berit)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_agrees_to_notes_that_are_not_written()
    {
        await Warn("");
        using var berit = await _village.As("berit@example.org");
        using var karim = await _village.As("karim@example.org");
        Assert.DoesNotContain("has read", (await List(berit)).TextContent, StringComparison.Ordinal);
        Assert.Contains("have not written any notes on risks", (await List(berit)).TextContent, StringComparison.Ordinal);
        Assert.Null((await Mine(karim)).Html.QuerySelector("[name='Input.Agrees']"));
        var sheet = new TravellerInput { Agrees = true };
        Assert.Null(await _village.House.By("leila@example.org", s => s.GetRequiredService<TravelAlong>().Run(_trip.Id, sheet)));
        var rows = await _village.House.Ask(db => db.Set<Traveller>().Where(t => t.ActivityId == _trip.Id).ToListAsync());
        Assert.Single(rows, r => r.AgreedAt is null);
    }

    [Theory]
    [InlineData("ring 112", null)]
    [InlineData("Sara (+46) 70-1", null)]
    [InlineData("room 12, +46 70 123 45 67 or 08 555 555", "tel:+46701234567")]
    [InlineData("۰۹۱۲ ۳۴۵ ۶۷۸۹", "tel:09123456789")]
    [InlineData("090/12 34 56", "tel:090123456")]
    [InlineData("070-123 45 67 / 090-76 54 32", "tel:0701234567")]
    [InlineData("070-123 45 67/090-76 54 32", "tel:0701234567")]
    [InlineData("070-123 45 67 090-76 54 32", "tel:0701234567")]
    [InlineData("0701234567 +46907654321", "tel:0701234567")]
    [InlineData("0701234567 0907654321", null)]
    [InlineData("Anna (f. 1975-03-12) 070-1234567", "tel:0701234567")]
    [InlineData("Anna, born 1975-03-12", null)]
    [InlineData("IBAN SE45 5000 0000 0583 9825 7466, ring 0907654321", "tel:0907654321")]
    public void A_number_is_found_in_what_people_write(string text, string? link) => Assert.Equal(link, PhoneNumber.Link(text));

    private Task<Page> Mine(Reader reader) => reader.Open($"/trips/{_trip.Id}/me");

    private async Task<AngleSharp.Dom.IElement> List(Reader reader) => (await reader.Open($"/trips/{_trip.Id}")).One("#at-home");

    private async Task Warn(string risks, string emergency = "")
    {
        var stored = await _village.House.Ask(db => db.Set<TripSheet>().AsNoTracking().SingleOrDefaultAsync(s => s.ActivityId == _trip.Id));
        var notes = SheetInput.Of(stored ?? new TripSheet(_trip.Id));
        (notes.Risks, notes.Emergency) = (risks, emergency);
        Assert.Null(await _village.House.By("berit@example.org", s => s.GetRequiredService<PlanTrip>().Write(_trip.Id, notes)));
    }
}
