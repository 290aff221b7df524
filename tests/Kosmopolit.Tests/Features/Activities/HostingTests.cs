using System.Net;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Organising;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities;

/// <summary>A network holds something together with another once its coordinator has agreed, and as long as it wants to.</summary>
[UsesDatabase]
public sealed class HostingTests : IAsyncLifetime
{
    private const string Olga = "olga@example.org";
    private readonly Village _village = new();
    private Activity _activity = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        var berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        var olga = await _village.Settle(Olga, "Olga", _village.Away);
        await _village.House.Store(
            new Mandate(olga.AccountId!.Value, Role.Coordinator, _village.Away.Id, _village.House.Clock.GetUtcNow(), "elected")
        );
        _activity = await _village.Planned(berit, ActivityState.Open);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Nothing_is_said_before_the_other_network_agrees_and_it_can_leave()
    {
        using var nils = await _village.As(_village.Neighbour);
        using var olga = await _village.As(Olga);
        using var berit = await _village.As("berit@example.org");
        (await olga.Open($"/activities/{_activity.Id}")).Is(HttpStatusCode.NotFound);
        Assert.Null(await Asks());
        Assert.Contains("asked already", (await Asks())!.Text, StringComparison.Ordinal);
        Assert.StartsWith("Do you want to hold it together?", (await _village.MailTo(Olga))!.Subject, StringComparison.Ordinal);
        (await nils.Open($"/activities/{_activity.Id}")).Is(HttpStatusCode.NotFound);
        var page = (await olga.Open($"/activities/{_activity.Id}")).Is(HttpStatusCode.OK);
        Assert.Empty(page.Html.QuerySelectorAll("dl a[href*='/networks/soder']"));
        page = (await olga.Submit(page.Form("#hosts form:has(button:contains('Yes, we hold it together'))"))).Is(HttpStatusCode.OK);
        Assert.NotEmpty(page.Html.QuerySelectorAll("dl a[href*='/networks/soder']"));
        (await nils.Open($"/activities/{_activity.Id}")).Is(HttpStatusCode.OK);
        Assert.Empty((await nils.Open($"/activities/{_activity.Id}")).Html.QuerySelectorAll("#hosts"));
        page = await olga.Submit(page.Form("#hosts form:has(button:contains('Not together any more'))"));
        Assert.Equal("/activities", page.Address.AbsolutePath);
        (await nils.Open($"/activities/{_activity.Id}")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_answer_may_be_no_and_the_question_is_taken_back_by_whoever_asked()
    {
        Assert.Null(await Asks());
        using (var olga = await _village.As(Olga))
            await olga.Submit((await olga.Open($"/activities/{_activity.Id}")).Form("#hosts form:has(button:contains('No, thank you'))"));
        Assert.Empty(await _village.House.All<HostRequest>());
        Assert.Null(await Asks());
        var asked = Assert.Single(await _village.House.All<HostRequest>());
        Assert.Equal(
            RefusalKind.NotYours,
            (await _village.House.By("berit@example.org", s => s.GetRequiredService<AnswerHosting>().Agree(_activity.Id, asked.Id)))!.Kind
        );
        using var berit = await _village.As("berit@example.org");
        await berit.Submit(
            (await berit.Open($"/activities/{_activity.Id}")).Form("#hosts form:has(button:contains('Take the question back'))")
        );
        Assert.Empty(await _village.House.All<HostRequest>());
    }

    private Task<Refusal?> Asks() =>
        _village.House.By(
            "berit@example.org",
            s => s.GetRequiredService<CarryActivity>().HoldWith(_activity.Id, new HelpInput { Who = _village.Away.Slug })
        );
}
