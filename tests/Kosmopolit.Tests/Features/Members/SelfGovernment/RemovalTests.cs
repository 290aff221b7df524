using System.Net;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Members.SelfGovernment.Removals;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Features.Members.SelfGovernment;

/// <summary>Nobody is put out by one person alone, or without knowing why, or without a word of the members.</summary>
[UsesDatabase]
public sealed class RemovalTests : IAsyncLifetime
{
    private const string Page = "/networks/norr/removals";

    private readonly Village _village = new();
    private string _deputy = "";
    private string _email = "";
    private Member _member = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        await _village.Rules(new VotingTerms { QuorumPercent = 0 });
        (_deputy, var deputy) = await _village.Newcomer("Deputy");
        (_email, _member) = await _village.Newcomer("Rolf");
        await _village.House.Store(
            new Mandate(deputy.AccountId!.Value, Role.Deputy, _village.Home.Id, _village.House.Clock.GetUtcNow(), "elected")
        );
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Two_people_and_a_reason_and_the_person_reads_it_and_is_taken_back_by_the_members()
    {
        await Propose("Sold our list of members.");
        Assert.True(await IsMember());
        using var coordinator = await _village.As(_village.Coordinator);
        var alone = await coordinator.Submit(Ballotry.Named(await coordinator.Open(Page), await Form("second")));
        Assert.Contains("second person", alone.One("main [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.True(await IsMember());

        using var deputy = await _village.As(_deputy);
        await deputy.Press(Page, await Form("second"));
        Assert.False(await IsMember());
        var mail = await _village.MailTo(_email);
        Assert.Contains("Sold our list", mail!.Text, StringComparison.Ordinal);
        using var person = await _village.As(_email);
        (await person.Open("/networks/norr/proposals")).Is(HttpStatusCode.NotFound);
        Assert.Contains("has ended", (await person.Open("/me")).Text, StringComparison.Ordinal);

        var removal = Assert.Single(await _village.House.All<Removal>());
        var appeal = await person.Open($"/me/removals/{removal.Id}");
        var waiting = await person.Submit(appeal.Form(fields: [("Input.Text", "It was the public list.")]));
        Assert.Contains("are voting", waiting.Text, StringComparison.Ordinal);
        var proposal = (await _village.House.All<Proposal>()).Single(p => p.Matter.Kind == ProposalKind.Appeal);
        using var voter = await _village.As(_deputy);
        Assert.Contains("Sold our list", (await voter.Open(proposal.Path())).Text, StringComparison.Ordinal);
        await voter.Vote(proposal, "yes");
        _village.House.Clock.Move(TimeSpan.FromDays(8));
        await _village.Close(proposal);
        Assert.True(await IsMember());
        Assert.Contains("took you back", (await _village.MailTo(_email))!.Subject, StringComparison.Ordinal);
        Assert.Equal(
            [RemovalEvent.Proposed, RemovalEvent.Carried, RemovalEvent.Appealed, RemovalEvent.Reinstated],
            (await _village.House.All<RemovalStep>()).OrderBy(s => s.At).ThenBy(s => s.Id).Select(s => s.Happened)
        );
    }

    [Fact]
    public async Task A_removal_needs_words_and_can_be_dropped()
    {
        using var coordinator = await _village.As(_village.Coordinator);
        var empty = await coordinator.Submit(
            (await coordinator.Open(await Membership())).Form("form[data-keep=remove]", ("Removal.Reason", ""))
        );
        Assert.Contains("Say why", empty.One("[role=alert]").TextContent, StringComparison.Ordinal);
        await Propose("A quarrel.");
        using var deputy = await _village.As(_deputy);
        await deputy.Press(Page, await Form("drop"));
        Assert.True(await IsMember());
        // Dropped is not for ever.
        await Propose("Another quarrel.");
        Assert.Equal(2, (await _village.House.All<Removal>()).Count);
    }

    [Fact]
    public async Task Who_shows_themself_to_nobody_can_be_removed_and_stays_unnamed()
    {
        await _village.House.Do(db =>
            db.Set<Member>().Where(m => m.Id == _member.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.Presence, Audience.OnlyMe))
        );
        await Propose("Sold our list.");
        using var deputy = await _village.As(_deputy);
        var page = await deputy.Open(Page);
        Assert.Contains("Sold our list.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Rolf", page.Text, StringComparison.Ordinal);
        using var coordinator = await _village.As(_village.Coordinator);
        page = await coordinator.Open(Page);
        Assert.Contains(await Membership(), page.Links());
        Assert.DoesNotContain("Rolf", page.Text, StringComparison.Ordinal);
        await deputy.Press(Page, await Form("second"));
        Assert.False(await IsMember());
    }

    [Fact]
    public async Task Only_a_coordinator_is_offered_to_propose_a_removal_and_not_of_a_membership_that_ended()
    {
        using var deputy = await _village.As(_deputy);
        (await deputy.Open(await Membership())).Is(HttpStatusCode.NotFound);
        await Propose("A quarrel.");
        await deputy.Press(Page, await Form("second"));
        using var coordinator = await _village.As(_village.Coordinator);
        Assert.Empty((await coordinator.Open(await Membership())).Html.QuerySelectorAll("form[data-keep=remove]"));
    }

    [Fact]
    public async Task Two_who_agree_at_once_remove_once_and_the_appeal_has_its_time()
    {
        await Propose("Reason.");
        var form = await Form("second");
        using var deputy = await _village.As(_deputy);
        var page = await deputy.Open(Page);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => deputy.Submit(Ballotry.Named(page, form))));
        Assert.Single(await _village.House.All<RemovalStep>(), s => s.Happened == RemovalEvent.Carried);
        _village.House.Clock.Move(TimeSpan.FromDays(31));
        using var person = await _village.As(_email);
        var removal = Assert.Single(await _village.House.All<Removal>());
        var late = await person.Open($"/me/removals/{removal.Id}");
        Assert.Contains("thirty days", late.Text, StringComparison.Ordinal);
        Assert.Null(late.Html.QuerySelector("main textarea"));
        using var neighbour = await _village.As(_village.Neighbour);
        (await neighbour.Open($"/me/removals/{removal.Id}")).Is(HttpStatusCode.NotFound);
    }

    private async Task Propose(string reason)
    {
        using var coordinator = await _village.As(_village.Coordinator);
        var page = await coordinator.Open(await Membership());
        await coordinator.Submit(page.Form("form[data-keep=remove]", ("Removal.Reason", reason)));
    }

    private async Task<string> Membership() =>
        $"/networks/norr/memberships/{(await _village.House.All<Membership>()).Single(m => m.MemberId == _member.Id).Id}";

    private async Task<string> Form(string verb) => $"{verb}-{(await _village.House.All<Removal>()).Single(r => r.EndedAt is null).Id:N}";

    private Task<bool> IsMember() =>
        _village.House.Ask(db =>
            db.Set<Membership>().AnyAsync(m => m.MemberId == _member.Id && m.NetworkId == _village.Home.Id && m.EndedAt == null)
        );
}
