using System.Net;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Activities.Trips.Programme;
using Kosmopolit.Features.Activities.Trips.Travellers;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
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
        var sheet = new TravellerInput
        {
            AtHome = "Sister Sara, ٠٧٠-123 45 67",
            Contact = "+964 750 123 4567",
            Agrees = true,
        };
        Assert.Null(await _village.House.By("karim@example.org", s => s.GetRequiredService<TravelAlong>().Run(_trip.Id, sheet)));
        var notes = SheetInput.Of(new TripSheet(_trip.Id));
        notes.Risks = "Drink no tap water";
        Assert.Null(await _village.House.By("berit@example.org", s => s.GetRequiredService<PlanTrip>().Write(_trip.Id, notes)));
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
}
