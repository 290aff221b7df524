using System.Net;
using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Members.StartUp.Powers;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.Commands;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Members.StartUp;

/// <summary>Power by exception: guests whom the members voted in, and operators in an emergency.</summary>
[UsesDatabase]
public sealed class PowersTests : IAsyncLifetime
{
    private StartUpTown _town = null!;

    public async ValueTask InitializeAsync()
    {
        _town = await StartUpTown.Open();
        await _town.MakeReady();
        await _town.HandOver();
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task A_guest_looks_on_until_the_day_the_vote_named_and_every_look_is_listed_for_the_members()
    {
        using var facilitator = await _town.As(StartUpTown.Facilitator);
        (await facilitator.Open("/networks/norr/meetings")).Is(HttpStatusCode.NotFound);
        await Invite(StartUpTown.Facilitator, 30);
        (await facilitator.Open("/networks/norr/meetings")).Is(HttpStatusCode.OK);
        (await facilitator.Open("/networks/norr/meetings/new")).Is(HttpStatusCode.NotFound);
        (await facilitator.Open("/networks/norr/requests")).Is(HttpStatusCode.NotFound);
        (await facilitator.Open("/networks/norr/powers")).Is(HttpStatusCode.NotFound);
        Assert.NotNull(
            await _town.Try<WriteAgenda>(
                StartUpTown.Facilitator,
                (verb, n) => verb.Run(n, Guid.Empty, Kosmopolit.Platform.Language.ReaderLanguage.English, new AgendaInput())
            )
        );

        using var member = await _town.As("bo@example.org");
        var listed = (await member.Open("/networks/norr/powers")).Text;
        Assert.Contains("guest opened /networks/norr/meetings", listed, StringComparison.Ordinal);
        Assert.Contains("/networks/norr/requests", listed, StringComparison.Ordinal);
        Assert.Contains(await _town.House.All<LoggedEvent>(), e => e.Kind == nameof(GuestInvited));

        _town.House.Clock.Move(TimeSpan.FromDays(31));
        await facilitator.SignIn(StartUpTown.Facilitator);
        (await facilitator.Open("/networks/norr/meetings")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_page_names_who_held_which_office_as_far_as_they_show_their_name()
    {
        using var member = await _town.As("bo@example.org");
        var table = (await member.Open("/networks/norr/powers")).One("main table");
        Assert.Contains($"Name of {StartUpTown.Elected}", table.TextContent, StringComparison.Ordinal);
        Assert.Contains("somebody who shows no name", table.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(StartUpTown.Facilitator, table.TextContent, StringComparison.Ordinal);
        Assert.All(table.QuerySelectorAll("tbody tr"), row => Assert.Equal(2, row.QuerySelectorAll("td.labelled[data-label]").Length));
    }

    [Fact]
    public async Task A_network_that_runs_itself_shows_no_meter_of_interest()
    {
        using var member = await _town.As("bo@example.org");
        var page = await member.Open("/networks/norr/interest");
        Assert.Contains("no interest any more", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelectorAll("main progress, main svg.map"));
    }

    [Fact]
    public async Task A_guest_is_not_invited_for_ever_nor_as_a_member_nor_during_the_start()
    {
        Assert.NotNull(await Prepare(StartUpTown.Facilitator, 400));
        Assert.NotNull(await Prepare(StartUpTown.Facilitator, 0));
        Assert.NotNull(await Prepare("bo@example.org", 30));
        await using var starting = await StartUpTown.Open();
        Assert.NotNull(await Prepare(StartUpTown.Nobody, 30, starting));
    }

    [Fact]
    public async Task Broken_glass_is_told_to_every_member_shown_on_the_page_logged_and_ends_by_itself()
    {
        using var @operator = await _town.As(StartUpTown.Operator);
        (await @operator.Open("/networks/norr/meetings/new")).Is(HttpStatusCode.NotFound);
        var page = await @operator.Open("/networks/norr/break-glass");
        Assert.Contains("Say why", (await @operator.Submit(page.Form())).One("[role=alert]").TextContent, StringComparison.Ordinal);
        await @operator.Submit(page.Form(fields: [("Input.Reason", "All coordinators are ill."), ("Input.Hours", "5")]));
        (await @operator.Open("/networks/norr/meetings/new")).Is(HttpStatusCode.OK);
        // A coordinator's rights, and no look behind anybody's audience.
        Assert.DoesNotContain("Name of bo@", (await @operator.Open("/networks/norr")).Text, StringComparison.Ordinal);

        var mails = (await _town.House.All<OutgoingMail>())
            .Where(m => m.Text.Contains("All coordinators are ill.", StringComparison.Ordinal))
            .Select(m => m.To)
            .ToList();
        Assert.Equal(StartUpTown.Members.Order(), mails.Order());
        using var visitor = _town.House.Reader();
        Assert.Contains("All coordinators are ill.", (await visitor.Open("/networks/norr")).Text, StringComparison.Ordinal);
        using var member = await _town.As("bo@example.org");
        var listed = (await member.Open("/networks/norr/powers")).Text;
        Assert.Contains("operator of this installation opened /networks/norr/meetings/new", listed, StringComparison.Ordinal);

        _town.House.Clock.Move(TimeSpan.FromHours(6));
        (await @operator.Open("/networks/norr/meetings/new")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Rights_can_be_given_back_early_and_nobody_but_operators_breaks_glass()
    {
        await _town.Do(
            StartUpTown.Operator,
            (s, n) => s.GetRequiredService<BreakGlass>().Run(s.GetRequiredService<Me>(), n, new GlassInput { Reason = "Ill." })
        );
        using var @operator = await _town.As(StartUpTown.Operator);
        await @operator.Submit((await @operator.Open("/networks/norr/break-glass")).Form());
        (await @operator.Open("/networks/norr/meetings/new")).Is(HttpStatusCode.NotFound);
        foreach (var who in new[] { StartUpTown.Manager, StartUpTown.Facilitator, StartUpTown.Elected })
            Assert.NotNull(
                await _town.Do(
                    who,
                    (s, n) => s.GetRequiredService<BreakGlass>().Run(s.GetRequiredService<Me>(), n, new GlassInput { Reason = "Ill." })
                )
            );
    }

    [Fact]
    public async Task The_command_does_the_same_and_says_why_not()
    {
        string[] Command(string who, string hours) =>
            ["network", "break-glass", "norr", "--operator", who, "--reason", "Lost keys.", "--hours", hours];
        (await Typed.At(_town.House, Command(StartUpTown.Facilitator, "2"))).Refused("Only operators");
        (await Typed.At(_town.House, Command(StartUpTown.Operator, "99"))).Refused("between 1 and 72");
        Assert.Contains(
            "2 hours",
            (await Typed.At(_town.House, Command(StartUpTown.Operator, "2"))).Succeeded().Out,
            StringComparison.Ordinal
        );
        Assert.Equal(6, (await _town.House.All<OutgoingMail>()).Count(m => m.Text.Contains("Lost keys.", StringComparison.Ordinal)));
    }

    private async Task Invite(string email, int days) => Assert.Null((await Prepare(email, days))?.Text);

    private Task<Kosmopolit.Platform.Refusal?> Prepare(string email, int days, StartUpTown? at = null) =>
        (at ?? _town).Do(
            StartUpTown.Elected,
            async (services, network) =>
            {
                var town = at ?? _town;
                var account = (await town.House.All<Account>()).Single(a => a.Email == email).Id;
                var until = town.House.Clock.GetUtcNow().AddDays(days);
                var refusal = await services.GetRequiredService<InviteGuest>().Prepare(network, account, until, Guid.NewGuid());
                await services.GetRequiredService<KosmopolitDb>().SaveChangesAsync();
                return refusal;
            }
        );
}
