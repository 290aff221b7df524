using System.Net;
using AngleSharp.Html.Dom;
using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Features.Members.StartUp.Handover;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Events;
using Kosmopolit.Tests.Architecture.Endpoints;
using Kosmopolit.Tests.Architecture.Source;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Features.Members.StartUp;

/// <summary>The council's power really ends: by page, by verb, by old page and session, by link.</summary>
[UsesDatabase]
public sealed class AfterHandoverTests
{
    [Fact]
    public void Every_privileged_verb_is_in_the_table()
    {
        var found = PrivilegedVerbs.Found(SourceTree.Product).ToHashSet();
        Found.Nothing(found.Except(PrivilegedVerbs.Table.Keys).Select(v => $"not in the table: {v}"));
        Assert.Superset(new HashSet<string> { "HandOver.Run", "PlanMeeting.Run", "DecideRequest.Run", "Invite.Run" }, found);
    }

    [Fact]
    public void A_verb_that_is_not_in_the_table_is_noticed()
    {
        var found = PrivilegedVerbs.Found([
            new SourceFile("src/Kosmopolit/Features/Members/X.cs", "public static bool CanPlant(this Me me, Network n) => true;"),
            new SourceFile("src/Kosmopolit/Features/Members/Joining/BeginJoining.cs", "if (!me.CanPlant(network)) return null;"),
        ]);
        Assert.Contains("BeginJoining.Run", found.Except(PrivilegedVerbs.Table.Keys));
    }

    [Fact]
    public async Task No_privileged_verb_succeeds_for_the_facilitator()
    {
        await using var town = await StartUpTown.Open();
        await town.MakeReady();
        var meeting = await town.House.Ask(db =>
            db.Set<Kosmopolit.Features.Members.StartUp.Meetings.Meeting>().Select(m => m.Id).FirstAsync()
        );
        await town.HandOver();
        var before = await Acts(town);
        var succeeded = new List<string>();
        foreach (var (name, attempt) in PrivilegedVerbs.Table)
            if (await town.Do(StartUpTown.Facilitator, (services, network) => attempt(services, network, meeting)) is null)
                succeeded.Add(name);
        Found.Nothing(succeeded);
        Assert.Equal(before, await Acts(town));
    }

    [Fact]
    public async Task The_same_attempts_succeed_while_the_start_up_lasts()
    {
        await using var town = await StartUpTown.Open();
        var meeting = await town.Call(1);
        var refused = new List<string>();
        foreach (var name in PrivilegedVerbs.WorkBefore)
            if (
                await town.Do(StartUpTown.Facilitator, (services, network) => PrivilegedVerbs.Table[name](services, network, meeting)) is
                { } refusal
            )
                refused.Add($"{name}: {refusal.Text}");
        Found.Nothing(refused);
    }

    [Fact]
    public async Task Every_page_is_what_it_is_for_somebody_without_any_role()
    {
        await using var town = await StartUpTown.Open();
        await town.MakeReady();
        using var facilitator = await town.As(StartUpTown.Facilitator);
        var pages = await Pages(town);
        var opened = new List<string>();
        foreach (var page in pages)
            if ((await facilitator.Open(page)).Status == HttpStatusCode.OK)
                opened.Add(page);
        Assert.True(opened.Count > 15, $"only {opened.Count} pages were open before");
        await town.HandOver();
        using var nobody = await town.As(StartUpTown.Nobody);
        var mistakes = new List<string>();
        foreach (var page in pages)
        {
            var (theirs, anyones) = (await facilitator.Open(page), await nobody.Open(page));
            if (theirs.Status != anyones.Status)
                mistakes.Add($"{page}: {theirs.Status} instead of {anyones.Status}");
        }
        Found.Nothing(mistakes);
    }

    [Fact]
    public async Task Pages_opened_before_the_handover_send_nothing_through_after_it()
    {
        await using var town = await StartUpTown.Open();
        await town.MakeReady();
        using var facilitator = await town.As(StartUpTown.Facilitator);
        var forms = new List<(string Page, IHtmlFormElement Form, IHtmlElement? Button)>();
        // Asking to join is everybody's right, theirs too.
        foreach (var page in (await Pages(town)).Where(p => p.StartsWith("/networks", StringComparison.Ordinal)))
        foreach (var form in (await facilitator.Open(page)).Html.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>())
        {
            // Sent as a program would: without asking the page whether everything is filled in.
            form.NoValidate = true;
            var buttons = form.QuerySelectorAll("button").Cast<IHtmlElement?>().DefaultIfEmpty(null);
            forms.AddRange(buttons.Select(b => (page, form, b)));
        }
        Assert.Contains(forms, f => f.Page.EndsWith("/handover", StringComparison.Ordinal));
        Assert.True(forms.Count > 12, $"only {forms.Count} forms");
        await town.HandOver();
        var before = await Acts(town);
        foreach (var (page, form, button) in forms)
            Assert.True((int)(await facilitator.Submit(form, button)).Status < 500, page);
        Assert.Equal(before, await Acts(town));
    }

    [Fact]
    public async Task A_link_that_the_facilitator_gave_out_opens_no_door()
    {
        await using var town = await StartUpTown.Open();
        using var facilitator = await town.As(StartUpTown.Facilitator);
        var page = await facilitator.Open("/networks/norr/invitations");
        page = await facilitator.Submit(page.Form(fields: [("Input.Email", "")]));
        var link = new Uri(page.One("input.link").GetAttribute("value")!).PathAndQuery;
        using var guest = town.House.Reader();
        Assert.NotNull((await guest.Open(link)).Html.QuerySelector("input[type=email]"));
        await town.MakeReady();
        await town.HandOver();
        Assert.Contains("taken back", (await guest.Open(link)).One("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.All(await town.House.All<Invitation>(), i => Assert.NotNull(i.WithdrawnAt));
    }

    [Fact]
    public async Task A_second_handover_is_refused_and_two_at_once_make_one()
    {
        await using var town = await StartUpTown.Open();
        await town.MakeReady();
        var both = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => town.Try<HandOver>(StartUpTown.Facilitator, (verb, network) => verb.Run(network)))
        );
        Assert.Single(both, r => r is null);
        Assert.NotNull(await town.Try<HandOver>(StartUpTown.Facilitator, (verb, network) => verb.Run(network)));
        Assert.Single(await town.House.All<HandoverRecord>());
        var network = await town.Stored();
        Assert.Equal(Stage.Independent, network.Stage);
        Assert.Single(network.History, h => h.Stage == Stage.Independent && h.As == Role.Facilitator);
        var now = town.House.Clock.GetUtcNow();
        var mandates = (await town.House.All<Mandate>()).Where(m => m.Scope == network.Id).ToList();
        Assert.All(mandates.Where(m => m.Role == Role.Facilitator), m => Assert.True(m.Until <= now));
        var elected = Assert.Single(mandates, m => m.Role == Role.Coordinator);
        Assert.Equal(now.AddYears(2), elected.Until);
    }

    // What the facilitator's hands did, as the event log has it.
    private static async Task<int> Acts(StartUpTown town)
    {
        var account = (await town.House.All<Account>()).Single(a => a.Email == StartUpTown.Facilitator).Id;
        return (await town.House.All<LoggedEvent>()).Count(e => e.ActorId == account);
    }

    // Every page about a network, by the patterns of the running site.
    private static async Task<IReadOnlyList<string>> Pages(StartUpTown town)
    {
        var meeting = await town.House.Ask(db =>
            db.Set<Kosmopolit.Features.Members.StartUp.Meetings.Meeting>().Select(m => m.Id).FirstAsync()
        );
        var pages = Route
            .All(town.House.App)
            .Select(r => r.Pattern)
            .Where(p =>
                p.StartsWith("/networks", StringComparison.Ordinal)
                || p.StartsWith("/join", StringComparison.Ordinal)
                || p.StartsWith("/api/v1/networks", StringComparison.Ordinal)
            )
            .Select(p =>
                p.Replace("{slug}", "norr", StringComparison.Ordinal)
                    .Replace("{id:guid}", $"{meeting}", StringComparison.Ordinal)
                    .Replace("{number:int}", "1", StringComparison.Ordinal)
                    .Replace("{sent}", "sent", StringComparison.Ordinal)
            )
            .ToList();
        Assert.All(pages, p => Assert.False(p.Contains('{', StringComparison.Ordinal), $"say what stands for the places in {p}"));
        return pages;
    }
}
