using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Members.SelfGovernment;

/// <summary>A ballot that is held on paper as well: two people read, and nobody votes twice.</summary>
[UsesDatabase]
public sealed class PaperTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Papers_count_when_two_people_have_read_the_same_and_their_differences_are_shown()
    {
        await village.Rules(new VotingTerms { QuorumPercent = 0 });
        var (paperVoter, onPaper) = await village.Newcomer("Paper");
        var (_, second) = await village.Newcomer("Paper");
        var (online, ada) = await village.Newcomer("Ada");
        var (deputy, deputyMember) = await village.Newcomer("Deputy");
        await village.House.Store(
            new Mandate(deputyMember.AccountId!.Value, Role.Deputy, village.Home.Id, village.House.Clock.GetUtcNow(), "elected")
        );
        var proposal = await village.Proposed(ada);
        await village.Called(proposal, secret: true);
        using var coordinator = await village.As(village.Coordinator);
        await HandOut(coordinator, proposal, onPaper);
        await HandOut(coordinator, proposal, second);
        var refused = await village.Vote(paperVoter, proposal, "yes");
        Assert.Contains("on paper", refused.One("main [role=alert]").TextContent, StringComparison.Ordinal);
        await village.Vote(online, proposal, "yes");

        await Enter(coordinator, proposal, "no", "yes");
        using var other = await village.As(deputy);
        Assert.DoesNotContain("First person", (await other.Open(proposal.Path("/papers"))).Text, StringComparison.Ordinal);
        village.House.Clock.Move(TimeSpan.FromDays(9));
        var early = await village.Close(proposal);
        Assert.Contains("Two people", early.One("main [role=alert]").TextContent, StringComparison.Ordinal);
        var differing = await Enter(other, proposal, "no", "no");
        Assert.Contains("Where the two differ", differing.Text, StringComparison.Ordinal);
        Assert.Equal("2", differing.One("main tbody th").TextContent);
        Assert.Contains("Two people", (await village.Close(proposal)).One("main [role=alert]").TextContent, StringComparison.Ordinal);
        await Enter(other, proposal, "no", "yes");
        var result = (await village.Close(proposal)).Is(HttpStatusCode.OK);
        Assert.Contains("Adopted", result.One("h1").TextContent, StringComparison.Ordinal);
        Assert.Contains("paper-0002", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_third_reader_and_a_wrong_paper_are_refused()
    {
        var (_, voter) = await village.Newcomer();
        var (teller, tellerMember) = await village.Newcomer("Teller");
        var proposal = await village.Proposed(voter);
        var ballot = await village.Called(proposal, secret: false);
        using var coordinator = await village.As(village.Coordinator);
        await HandOut(coordinator, proposal, voter);
        using var reader = await village.As(teller);
        (await reader.Open(proposal.Path("/papers"))).Is(HttpStatusCode.NotFound);
        var page = await coordinator.Open(proposal.Path("/papers"));
        var form = Ballotry.Named(page, "teller");
        form.QuerySelector<IHtmlSelectElement>("select")!.Value = tellerMember.Id.ToString();
        await coordinator.Submit(form);
        var wrong = await Enter(reader, proposal, "perhaps");
        Assert.Contains("Paper 1", wrong.One("main [role=alert]").TextContent, StringComparison.Ordinal);
        await Enter(reader, proposal, "yes");
        var sheet = Assert.Single(await village.House.All<PaperSheet>(), s => s.BallotId == ballot.Id);
        Assert.Equal("1 yes", sheet.Lines);
        Assert.Equal(tellerMember.AccountId, sheet.ById);
    }

    private static async Task HandOut(Reader reader, Proposal proposal, Member voter)
    {
        var page = await reader.Open(proposal.Path("/papers"));
        var form = Ballotry.Named(page, "hand");
        form.QuerySelector<IHtmlSelectElement>("select")!.Value = voter.Id.ToString();
        Assert.Empty(
            (await reader.Submit(form, form.QuerySelector<IHtmlElement>("button[value=false]"))).Html.QuerySelectorAll("main [role=alert]")
        );
    }

    private static async Task<Page> Enter(Reader reader, Proposal proposal, params string[] papers)
    {
        var form = Ballotry.Named(await reader.Open(proposal.Path("/papers")), "sheet");
        foreach (var (box, paper) in form.QuerySelectorAll("input[list]").OfType<IHtmlInputElement>().Zip(papers))
            box.Value = paper;
        return await reader.Submit(form);
    }
}
