using System.Net;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.Renewal;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Members.Leaving;

/// <summary>Memberships that end or stand still, as the member and those who run the network see it.</summary>
[UsesDatabase]
public sealed class LeavingTests(Village village) : IClassFixture<Village>
{
    private static int _people;

    private readonly string _email = $"goes{Interlocked.Increment(ref _people)}@example.org";

    [Fact]
    public async Task Whoever_leaves_is_out_on_the_next_click_and_keeps_what_they_told()
    {
        var other = await village.Settle($"stays-{_email}", "Staying Stina", village.Home);
        var leaver = await village.Settle(_email, "Leaving Lars", village.Home);
        using var reader = await village.As(_email);
        using var neighbour = await village.As($"stays-{_email}");
        (await reader.Open($"/people/{other.Slug}")).Is(HttpStatusCode.OK);
        Assert.Contains("Leaving Lars", (await neighbour.Open($"/people/{leaver.Slug}")).Text, StringComparison.Ordinal);

        var page = await reader.Open("/networks/norr/leave");
        page = await reader.Submit(page.Form());
        Assert.Contains("You have left Norr", page.Text, StringComparison.Ordinal);
        (await reader.Open($"/people/{other.Slug}")).Is(HttpStatusCode.NotFound);
        (await neighbour.Open($"/people/{leaver.Slug}")).Is(HttpStatusCode.NotFound);
        Assert.Contains("Leaving Lars", (await reader.Open("/me")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coordinator_who_leaves_holds_no_office_any_more()
    {
        var member = await village.Settle(_email, "Office Olle", village.Home);
        await village.House.Store(new Mandate(member.AccountId!.Value, Role.Coordinator, village.Home.Id, Now, "elected"));
        using var reader = await village.As(_email);
        (await reader.Open("/networks/norr/desk")).Is(HttpStatusCode.OK);
        await reader.Submit((await reader.Open("/networks/norr/leave")).Form());
        (await reader.Open("/networks/norr/desk")).Is(HttpStatusCode.NotFound);
        (await reader.Open("/networks/norr/memberships")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_member_of_two_networks_leaves_one_and_stays_in_the_other()
    {
        await village.Settle(_email, "Two Tove", village.Home, m => m.Join(village.Away.Id, Now, Audience.MyNetwork));
        var far = await village.Settle($"far-{_email}", "Far Frida", village.Away);
        using var reader = await village.As(_email);
        await reader.Submit((await reader.Open("/networks/norr/leave")).Form());
        Assert.Contains("Far Frida", (await reader.Open($"/people/{far.Slug}")).Text, StringComparison.Ordinal);
        (await reader.Open("/networks/soder/invitations")).Is(HttpStatusCode.OK);
        (await reader.Open("/networks/norr/invitations")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_is_suspended_sees_what_a_visitor_sees_is_told_why_and_comes_back_by_the_day()
    {
        await using var own = new Village();
        await own.InitializeAsync();
        var other = await own.Settle("other@example.org", "Other", own.Home);
        var member = await own.Settle(_email, "Suspended Sven", own.Home);
        using var coordinator = await own.As(own.Coordinator);
        await Suspend(coordinator, await own.Membership(member), "You wrote to everybody at night.", "2026-12-24");

        using var reader = await own.As(_email);
        (await reader.Open($"/people/{other.Slug}")).Is(HttpStatusCode.NotFound);
        (await reader.Open("/networks/norr/invitations")).Is(HttpStatusCode.NotFound);
        (await coordinator.Open($"/people/{member.Slug}")).Is(HttpStatusCode.NotFound);
        Assert.Contains("You wrote to everybody at night.", (await reader.Open("/me")).Text, StringComparison.Ordinal);
        Assert.Contains("You wrote to everybody at night.", (await reader.Open("/networks/norr")).Text, StringComparison.Ordinal);
        Assert.Contains("You wrote to everybody at night.", (await own.MailTo(_email))!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("You wrote", (await coordinator.Open("/networks/norr")).Text, StringComparison.Ordinal);
        var again = await reader.Open("/join/norr/criterion");
        again = await reader.Submit(again.Form(), (AngleSharp.Html.Dom.IHtmlElement)again.One("button[value=yes]"));
        Assert.Contains("suspended until", again.One("[role=alert]").TextContent, StringComparison.Ordinal);

        own.House.Clock.Move(TimeSpan.FromDays(32));
        await own.Tick();
        using var later = await own.As(_email);
        (await later.Open($"/people/{other.Slug}")).Is(HttpStatusCode.OK);
        Assert.Contains("goes on", (await own.MailTo(_email))!.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspension_needs_a_reason_and_a_day_ahead_and_can_be_lifted()
    {
        var member = await village.Settle(_email, "Lifted Lina", village.Home);
        var row = await village.Membership(member);
        using var coordinator = await village.As(village.Coordinator);
        var page = await Suspend(coordinator, row, "", "2026-12-24");
        Assert.Contains("Say why", page.Html.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        page = await Suspend(coordinator, row, "Because.", "2026-11-23");
        Assert.Contains("from tomorrow", page.Html.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        page = await Suspend(coordinator, row, "Because.", "2026-12-24");
        Assert.Contains("suspended until 24 December 2026", page.Text, StringComparison.Ordinal);
        page = await coordinator.Submit(page.Form());
        Assert.Contains("Suspend until a day", page.Text, StringComparison.Ordinal);
        (await coordinator.Open($"/people/{member.Slug}")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_but_those_who_run_the_network_suspends_and_nobody_suspends_the_elected()
    {
        var member = await village.Settle(_email, "Plain Per", village.Home);
        using var reader = await village.As(_email);
        (await reader.Open($"/networks/norr/memberships/{await village.Membership(member)}")).Is(HttpStatusCode.NotFound);

        var second = await village.Settle($"second-{_email}", "Second", village.Home);
        await village.House.Store(new Mandate(second.AccountId!.Value, Role.Coordinator, village.Home.Id, Now, "elected"));
        using var coordinator = await village.As(village.Coordinator);
        var page = await Suspend(coordinator, await village.Membership(second), "I want to.", "2026-12-24");
        Assert.Contains("elected coordinator", page.Html.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    private DateTimeOffset Now => village.House.Clock.GetUtcNow();

    private static async Task<Page> Suspend(Reader coordinator, Guid membership, string why, string until)
    {
        var page = await coordinator.Open($"/networks/norr/memberships/{membership}");
        return await coordinator.Submit(page.Form("main form.form", [("Input.Reason", why), ("Input.Until", until)]));
    }
}
