using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Members.SelfGovernment.Removals;
using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Members.StartUp.Minutes;
using Kosmopolit.Features.Members.StartUp.Powers;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.Features.Members.SelfGovernment;
using Kosmopolit.Tests.Features.Members.StartUp;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Members.Desk;

/// <summary>What self-government and start-up lay on the desk, each with its one next step, and the same in the Monday mail.</summary>
[UsesDatabase]
public sealed class GovernedDeskTests : IAsyncLifetime
{
    private const string Removing = "main form[data-keep=remove]";

    private readonly Village _village = new();

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        await _village.Rules(new VotingTerms { QuorumPercent = 0 });
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task A_vote_is_on_the_desk_in_its_last_week_and_until_it_is_counted()
    {
        var (email, ada) = await _village.Newcomer();
        var proposal = await _village.Proposed(ada);
        await _village.Called(proposal, secret: true);
        Assert.DoesNotContain("A stove", await Desk(), StringComparison.Ordinal);
        _village.House.Clock.Move(TimeSpan.FromDays(2));
        await _village.Vote(email, proposal, "yes");
        Assert.Contains("1 of 2 have voted. See the vote", await Desk(), StringComparison.Ordinal);
        _village.House.Clock.Move(TimeSpan.FromDays(6).Add(TimeSpan.FromHours(1)));
        Assert.Contains("is over. Nobody has counted yet. Close and count", await Desk(), StringComparison.Ordinal);
        await _village.Close(proposal);
        Assert.DoesNotContain("A stove", await Desk(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_term_that_ends_is_on_the_desk_until_somebody_is_elected_to_follow()
    {
        var (_, ada) = await _village.Newcomer();
        Assert.DoesNotContain("term ends", await Desk(), StringComparison.Ordinal);
        var now = _village.House.Clock.GetUtcNow();
        await _village.House.Store(Office(ada, now.AddDays(-1), now.AddDays(40)));
        Assert.Contains("term ends on", await Desk(), StringComparison.Ordinal);
        Assert.Contains("/networks/norr/proposals/new?kind=election", await Steps());
        var election = await _village.Proposed(ada, new ProposalMatter { Kind = ProposalKind.Election, Seats = 1 }, "Election");
        Assert.Contains(election.Path(), await Steps());
        await _village.House.Store(Office(ada, now.AddDays(40), now.AddDays(400)));
        Assert.DoesNotContain("term ends", await Desk(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_who_broke_the_glass_holds_no_term()
    {
        var (_, ada) = await _village.Newcomer();
        var now = _village.House.Clock.GetUtcNow();
        var mandate = Office(ada, now, now.AddHours(4));
        await _village.House.Store(mandate, new BrokenGlass(mandate, "Ill."));
        Assert.DoesNotContain("term ends", await Desk(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removal_waits_for_the_second_person_and_an_appeal_for_the_members_and_neither_names_anybody()
    {
        var (email, ada) = await _village.Newcomer("Ada");
        var (other, bo) = await _village.Newcomer("Bo");
        var now = _village.House.Clock.GetUtcNow();
        await _village.House.Store(Office(bo, now, now.AddYears(1)));
        using var second = await _village.As(other);
        var membership = (await _village.House.All<Membership>()).Single(m => m.MemberId == ada.Id);
        var page = await second.Open($"/networks/norr/memberships/{membership.Id}");
        await second.Submit(page.Form(Removing, ("Removal.Reason", "Sells our list.")));
        Assert.Contains("1 removal waits for a second person. Read and decide", await Desk(), StringComparison.Ordinal);
        // Whoever proposed it waits themself.
        Assert.DoesNotContain("waits for a second person", (await second.Open("/networks/norr/desk")).Text, StringComparison.Ordinal);

        var removal = Assert.Single(await _village.House.All<Removal>());
        using var anna = await _village.As(_village.Coordinator);
        await anna.Press("/networks/norr/removals", $"second-{removal.Id:N}");
        Assert.DoesNotContain("removal", await Desk(), StringComparison.Ordinal);
        using var gone = await _village.As(email);
        await gone.Submit((await gone.Open($"/me/removals/{removal.Id}")).Form(fields: [("Input.Text", "I did not.")]));
        var desk = await Desk();
        Assert.Contains("Somebody who was removed asks the members", desk, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", desk, StringComparison.Ordinal);
        Assert.DoesNotContain("Take a member back", desk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_is_on_the_desk_the_day_after_it_was_due_until_it_is_ticked_off()
    {
        var now = _village.House.Clock.GetUtcNow();
        var meeting = new Meeting(_village.Home.Id, null);
        meeting.Plan(new("Supper", now.AddDays(-3), 60, "Here", ""));
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        await _village.House.Store(
            meeting,
            new MeetingTask(meeting, "Book the hall", "Bo", today, now),
            new MeetingTask(meeting, "Find a cook", "", null, now)
        );
        Assert.DoesNotContain("Book the hall", await Desk(), StringComparison.Ordinal);
        _village.House.Clock.Move(TimeSpan.FromDays(1));
        var desk = await Desk();
        Assert.Contains("Book the hall", desk, StringComparison.Ordinal);
        Assert.DoesNotContain("Find a cook", desk, StringComparison.Ordinal);
        Assert.Contains($"/networks/norr/meetings/{meeting.Id}", await Steps());
        using var anna = await _village.As(_village.Coordinator);
        var task = (await _village.House.All<MeetingTask>()).Single(t => t.Text == "Book the hall");
        await anna.Press($"/networks/norr/meetings/{meeting.Id}", $"done-{task.Id:N}");
        Assert.DoesNotContain("Book the hall", await Desk(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sleep_is_on_the_desk_when_no_member_has_done_anything_for_long()
    {
        Assert.DoesNotContain("has done anything", await Desk(), StringComparison.Ordinal);
        _village.House.Clock.Move(TimeSpan.FromDays(200));
        Assert.Contains("No member has done anything here since", await Desk(), StringComparison.Ordinal);
        Assert.Contains("/networks/norr/succession", await Steps());
    }

    [Fact]
    public async Task The_facilitators_desk_names_the_next_thing_that_is_missing_until_nothing_is_left()
    {
        await using var town = await StartUpTown.Open();
        async Task<string> Theirs()
        {
            using var facilitator = await town.As(StartUpTown.Facilitator);
            return (await facilitator.Open("/networks/norr/desk")).Text;
        }
        Assert.Contains("Not all three meetings are held yet.", await Theirs(), StringComparison.Ordinal);
        await town.MakeReady();
        Assert.Contains("Everything is ready. Let go. Hand over", await Theirs(), StringComparison.Ordinal);
        await town.HandOver();
        using var elected = await town.As(StartUpTown.Elected);
        Assert.DoesNotContain("Let go", (await elected.Open("/networks/norr/desk")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_monday_mail_brings_the_same_rows_and_names_a_start_up_meeting_in_the_readers_language()
    {
        var (_, ada) = await _village.Newcomer();
        var now = _village.House.Clock.GetUtcNow();
        var meeting = new Meeting(_village.Home.Id, 3);
        meeting.Plan(new("", now.AddDays(10), 60, "Here", ""));
        meeting.Call(now);
        await _village.House.Store(Office(ada, now.AddDays(-1), now.AddDays(50)), meeting);
        await _village.Monday();
        var mail = Assert.Single(
            await _village.House.All<OutgoingMail>(),
            m => m.To == _village.Coordinator && m.Subject == "This week in Norr"
        );
        Assert.Contains("A coordinator’s term ends on", mail.Text, StringComparison.Ordinal);
        Assert.Contains("/networks/norr/proposals/new?kind=election", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Meeting 3: found the network and elect", mail.Text, StringComparison.Ordinal);
    }

    private Mandate Office(Member member, DateTimeOffset from, DateTimeOffset until) =>
        new(member.AccountId!.Value, Role.Coordinator, _village.Home.Id, from, "elected", until);

    private async Task<string> Desk()
    {
        using var anna = await _village.As(_village.Coordinator);
        return (await anna.Open("/networks/norr/desk")).Text;
    }

    private async Task<IReadOnlyList<string>> Steps()
    {
        using var anna = await _village.As(_village.Coordinator);
        return [.. (await anna.Open("/networks/norr/desk")).Links()];
    }
}
