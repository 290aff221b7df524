using System.Net;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Trips.Programme;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Activities.Trips;

/// <summary>Two windows never overwrite each other unseen, and a form that is sent twice is one form.</summary>
[UsesDatabase]
public sealed class TwoWindowsTests : IAsyncLifetime
{
    private const string Held = "Somebody saved something else meanwhile";
    private const string Numbers = "form[data-keep=numbers]";
    private const string Sheet = "form[data-keep=sheet]";

    // Browsers send lines so.
    private const string Risks = "Drink no tap water.\r\nCarry a copy of your passport. ";

    private readonly Village _village = new();
    private Activity _trip = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        var berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        _trip = await _village.Planned(berit, ActivityState.Open, isTrip: true);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task A_form_of_several_lines_that_is_sent_twice_is_no_conflict()
    {
        using var berit = await _village.As("berit@example.org");
        var page = await Plan(berit);
        foreach (var _ in new[] { 1, 2 })
        {
            var answer = (await berit.Submit(page.Form(Sheet, ("Input.Risks", Risks)))).Is(HttpStatusCode.OK);
            Assert.DoesNotContain(Held, answer.Text, StringComparison.Ordinal);
        }
        var edit = await berit.Open($"/activities/{_trip.Id}/edit");
        foreach (var _ in new[] { 1, 2 })
        {
            var answer = (await berit.Submit(edit.Form("form[data-keep=change-activity]", ("Input.Text", Risks)))).Is(HttpStatusCode.OK);
            Assert.DoesNotContain(Held, answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_what_differs_is_shown_when_somebody_else_saved()
    {
        using var berit = await _village.As("berit@example.org");
        await berit.Submit((await Plan(berit)).Form(Sheet, ("Input.Risks", Risks)));
        var mine = await Plan(berit);
        await berit.Submit((await Plan(berit)).Form(Sheet, ("Input.Emergency", "Ring 112")));
        var answer = await berit.Submit(mine.Form(Sheet, ("Input.Risks", Risks), ("Input.Emergency", "Ring Anna")));
        Assert.Contains(Held, answer.Text, StringComparison.Ordinal);
        Assert.Equal(["When something happens"], answer.Html.QuerySelectorAll($"{Sheet} table tbody th").Select(th => th.TextContent));
    }

    [Fact]
    public async Task A_form_writes_only_the_numbers_that_were_changed_in_it()
    {
        var other = await _village.Settle("karim@example.org", "Karim", _village.Home);
        await _village.House.Store(new Organiser(_trip.Id, other.Id, _village.House.Clock.GetUtcNow()));
        using var berit = await _village.As("berit@example.org");
        using var karim = await _village.As("karim@example.org");
        var old = await Plan(berit);
        await karim.Submit((await Plan(karim)).Form(Numbers, ("Input.Numbers[0].Police", "104"), ("Input.Numbers[0].Ambulance", "122")));
        await berit.Submit(old.Form(Numbers, ("Input.Numbers[0].Embassy", "Baghdad")));
        Assert.Equal(("104", "122", "Baghdad"), await Written());
        // What both changed is held, and nothing of the form is written.
        var answer = await berit.Submit(old.Form(Numbers, ("Input.Numbers[0].Police", "112"), ("Input.Numbers[0].Embassy", "Erbil")));
        Assert.Contains(Held, answer.Text, StringComparison.Ordinal);
        Assert.Equal(
            [("Police", "104", "112"), ("Embassy", "Baghdad", "Erbil")],
            answer
                .Html.QuerySelectorAll($"{Numbers} tbody tr")
                .Select(r => (r.Children[0].TextContent, r.Children[1].TextContent, r.Children[2].TextContent))
        );
        Assert.Equal("112", answer.One("[name='Input.Numbers[0].Police']").GetAttribute("value"));
        Assert.Equal(("104", "122", "Baghdad"), await Written());
        await berit.Submit(answer.Form(Numbers));
        Assert.Equal(("112", "122", "Erbil"), await Written());
        // Emptied on purpose.
        await berit.Submit((await Plan(berit)).Form(Numbers, ("Input.Numbers[0].Ambulance", "")));
        Assert.Equal(("112", "", "Erbil"), await Written());
    }

    private async Task<(string, string, string)> Written()
    {
        var row = (await _village.House.All<EmergencyNumbers>()).Single();
        return (row.Police, row.Ambulance, row.Embassy);
    }

    private async Task<Page> Plan(Reader reader) => await reader.Open($"/trips/{_trip.Id}/plan");
}
