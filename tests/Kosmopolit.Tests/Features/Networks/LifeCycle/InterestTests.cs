using System.Net;
using System.Text.RegularExpressions;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.LifeCycle;
using Kosmopolit.Features.Networks.LifeCycle.Interests;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.Features.Members.StartUp;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Networks.LifeCycle;

[UsesDatabase]
public sealed partial class InterestTests : IAsyncLifetime
{
    private StartUpTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await StartUpTown.Open(Stage.Interest);

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Only_who_may_start_a_network_reads_so_on_the_list()
    {
        await using var town = await StartUpTown.Open();
        using var facilitator = await town.As(StartUpTown.Facilitator);
        Assert.Contains("/networks/new", (await facilitator.Open("/networks")).Links());
        using var member = await town.As("bo@example.org");
        Assert.DoesNotContain("/networks/new", (await member.Open("/networks")).Links());
    }

    [Fact]
    public async Task An_invitation_that_lost_a_letter_says_what_to_do()
    {
        await using var town = await StartUpTown.Open();
        using var reader = town.House.Reader();
        var page = (await reader.Open("/invitations/mistyped")).Is(System.Net.HttpStatusCode.NotFound);
        Assert.Contains("Check the link", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_confirms_an_address_says_so_and_takes_it_back()
    {
        using var reader = _town.House.Reader();
        var page = await reader.Open("/networks/norr/interest?municipality=2482");
        page = await reader.Submit(page.Form(fields: [("Mail.Email", "vera@example.org")]));
        var code = Digits().Match((await _town.House.All<OutgoingMail>()).Last(m => m.To == "vera@example.org").Subject).Value;
        page = await reader.Submit(page.Form(fields: [("Input.Code", code)]));
        Assert.Equal("/networks/norr/interest", page.Is(HttpStatusCode.OK).Address.AbsolutePath);
        Assert.Equal("2482", page.One("select option[selected]").GetAttribute("value"));
        page = await reader.Submit(page.Form(fields: [("Input.MayContact", "true")]));
        Assert.Contains("Fewer than 5 of 20", page.Text, StringComparison.Ordinal);
        var row = Assert.Single(await _town.House.All<Interest>());
        Assert.Equal(("2482", true, false), (row.Municipality, row.MayContact, row.IsFirm));

        await reader.Submit(page.Form("main form:not(.form)"));
        Assert.NotNull(Assert.Single(await _town.House.All<Interest>()).EndedAt);
        Assert.False((await _town.House.All<Interest>())[0].MayContact);
    }

    [Fact]
    public async Task The_facilitator_sees_addresses_of_those_who_allow_it_until_the_end_and_nobody_else_does()
    {
        await Say("bo@example.org", mayContact: true);
        await Say("chen@example.org", mayContact: false);
        using var facilitator = await _town.As(StartUpTown.Facilitator);
        var theirs = (await facilitator.Open("/networks/norr/interest")).Text;
        Assert.Contains("bo@example.org", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("chen@example.org", theirs, StringComparison.Ordinal);
        foreach (var who in new[] { StartUpTown.Manager, StartUpTown.Operator, StartUpTown.Nobody, "dina@example.org" })
        {
            using var other = await _town.As(who);
            Assert.DoesNotContain("bo@example.org", (await other.Open("/networks/norr/interest")).Text, StringComparison.Ordinal);
        }
        await _town.Must<ChangeStage>(
            StartUpTown.Facilitator,
            (verb, n) => verb.Run(n, new StageInput { Stage = Stage.Abandoned, Why = "Nobody came." })
        );
        Assert.All(await _town.House.All<Interest>(), i => Assert.False(i.MayContact));
    }

    [Fact]
    public async Task Small_numbers_are_not_told_and_the_threshold_is_how_far_it_is()
    {
        foreach (var email in StartUpTown.Members)
            await Say(email, mayContact: false);
        using var visitor = _town.House.Reader();
        var page = await visitor.Open("/networks/norr/interest");
        Assert.Contains("6 of 20 would join", page.Text, StringComparison.Ordinal);
        await _town.Must<AimForThreshold>(StartUpTown.Manager, (verb, n) => verb.Run(n, new ThresholdInput { Threshold = 40 }));
        using var another = _town.House.Reader();
        Assert.Contains("6 of 40", (await another.Open("/networks/norr/interest?x=1")).Text, StringComparison.Ordinal);
        Assert.NotNull(
            await _town.Try<AimForThreshold>(StartUpTown.Nobody, (verb, n) => verb.Run(n, new ThresholdInput { Threshold = 50 }))
        );
        Assert.Equal(
            "Threshold",
            (await _town.Try<AimForThreshold>(StartUpTown.Manager, (verb, n) => verb.Run(n, new ThresholdInput { Threshold = 1 })))?.Field
        );
    }

    [Fact]
    public async Task Two_windows_count_once()
    {
        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Try("bo@example.org", false)));
        Assert.Contains(tries, t => t is null);
        Assert.Single(await _town.House.All<Interest>(), i => i.EndedAt is null);
    }

    [Fact]
    public async Task A_programme_manager_starts_a_network_and_says_who_guides_it()
    {
        using var manager = await _town.As(StartUpTown.Manager);
        var page = await manager.Open("/networks/new");
        page = await manager.Submit(
            page.Form(fields: [("Input.Name", "Åre och Berg"), ("Input.Municipalities", "2321"), ("Input.Why", "Twelve firms asked.")])
        );
        Assert.Contains("address of the facilitator", page.One("[role=alert]").TextContent, StringComparison.Ordinal);
        page = await manager.Submit(page.Form(fields: [("Input.Facilitator", "ny@example.org")]));
        Assert.EndsWith("/interest", page.Is(HttpStatusCode.OK).Address.AbsolutePath);
        var network = (await _town.House.All<Network>()).Single(n => n.Name == "Åre och Berg");
        var appointed = (await _town.House.All<Account>()).Single(a => a.Email == "ny@example.org");
        Assert.Single(
            await _town.House.All<Mandate>(),
            m => m.Role == Role.Facilitator && m.Scope == network.Id && m.AccountId == appointed.Id
        );
        using var nobody = await _town.As(StartUpTown.Nobody);
        (await nobody.Open("/networks/new")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_start_that_was_given_up_is_remembered_for_nobody_else()
    {
        await _town.Must<ChangeStage>(
            StartUpTown.Facilitator,
            (verb, n) => verb.Run(n, new StageInput { Stage = Stage.Abandoned, Why = "Nobody came." })
        );
        using var facilitator = await _town.As(StartUpTown.Facilitator);
        (await facilitator.Open("/networks/norr")).Is(HttpStatusCode.OK);
        await facilitator.Open("/");
        await facilitator.Open("/networks");
        using var nobody = await _town.As(StartUpTown.Nobody);
        Assert.DoesNotContain("Norr", (await nobody.Open("/networks")).One("main").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("/networks/norr", (await nobody.Open("/")).Body, StringComparison.Ordinal);
        (await nobody.Open("/networks/norr/history")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_stage_changes_with_a_reason_that_everyone_reads_and_only_one_of_two_at_once_counts()
    {
        using var facilitator = await _town.As(StartUpTown.Facilitator);
        var page = await facilitator.Open("/networks/norr/history");
        var empty = await facilitator.Submit(page.Form());
        Assert.Contains("Say why", empty.One("[role=alert]").TextContent, StringComparison.Ordinal);
        var tries = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(_ =>
                    _town.Try<ChangeStage>(
                        StartUpTown.Facilitator,
                        (verb, n) => verb.Run(n, new StageInput { Stage = Stage.StartUp, Why = "Enough of us." })
                    )
                )
        );
        Assert.Single(tries, t => t is null);
        using var visitor = _town.House.Reader();
        Assert.Contains("Enough of us.", (await visitor.Open("/networks/norr/history")).Text, StringComparison.Ordinal);
        Assert.Contains("facilitator", (await visitor.Open("/networks/norr/history")).Text, StringComparison.Ordinal);
        var no = await _town.Try<ChangeStage>(
            StartUpTown.Facilitator,
            (verb, n) => verb.Run(n, new StageInput { Stage = Stage.Dormant, Why = "x" })
        );
        Assert.Contains("starting up", no!.Text, StringComparison.Ordinal);
    }

    private async Task Say(string email, bool mayContact) => Assert.Null(await Try(email, mayContact));

    private Task<Refusal?> Try(string email, bool mayContact) =>
        _town.Try<SayInterest>(email, (verb, n) => verb.Run(n, new InterestInput { Municipality = "2480", MayContact = mayContact }));

    [GeneratedRegex(@"\p{Nd}{6}")]
    private static partial Regex Digits();
}
