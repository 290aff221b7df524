using System.Net;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Features.Members.SelfGovernment;

/// <summary>Voting, from the call to the count, as members and coordinators see it.</summary>
[UsesDatabase]
public sealed class BallotTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Whoever_votes_openly_reads_that_it_is_saved_and_a_closed_vote_promises_nothing_more()
    {
        var (email, author) = await village.Newcomer();
        var proposal = await village.Proposed(author);
        await village.Called(proposal, secret: false);
        using var voter = await village.As(email);
        var before = await voter.Open(proposal.Path("/vote"));
        Assert.DoesNotContain("saved", before.One("main").TextContent, StringComparison.Ordinal);
        Assert.Contains("How the votes fall", before.Text, StringComparison.Ordinal);
        Assert.Equal("Your vote is saved.", (await voter.Vote(proposal, "yes")).One("main .notice[role=status]").TextContent);
        village.House.Clock.Move(TimeSpan.FromDays(9));
        await village.Close(proposal);
        using var reader = await village.As(email);
        Assert.DoesNotContain("How the votes fall", (await reader.Open(proposal.Path("/result"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_vote_openly_change_their_minds_and_anybody_counts_again()
    {
        await village.Rules(new VotingTerms { QuorumPercent = 0 });
        var (author, ada) = await village.Newcomer("Ada");
        var (other, _) = await village.Newcomer("Bo");
        var proposal = await village.Proposed(ada);
        await village.Called(proposal, secret: false);
        await village.Vote(author, proposal, "no");
        await village.Vote(author, proposal, "yes");
        var running = await village.Vote(other, proposal, "yes");
        Assert.Contains("Have voted 2", running.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", running.One("main").TextContent, StringComparison.Ordinal);

        village.House.Clock.Move(TimeSpan.FromDays(9));
        var result = (await village.Close(proposal)).Is(HttpStatusCode.OK);
        Assert.EndsWith("/result", result.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Adopted", result.One("h1").TextContent, StringComparison.Ordinal);
        Assert.Contains("Ada", result.Text, StringComparison.Ordinal);

        using var reader = await village.As(other);
        var again = await reader.Open($"{result.Address.PathAndQuery}&recount=true");
        Assert.Contains("the same result", again.One("main [role=status]").TextContent, StringComparison.Ordinal);
        Assert.True((await village.House.All<Proposal>()).Single(p => p.Id == proposal.Id).Adopted);
        var file = await reader.Open(proposal.Path("/result.csv"));
        Assert.Contains("\"yes\"", file.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_vote_gives_a_receipt_that_is_found_in_the_result_and_cannot_be_given_twice()
    {
        await village.Rules(new VotingTerms { QuorumPercent = 0 });
        var (author, ada) = await village.Newcomer("Ada");
        var proposal = await village.Proposed(ada);
        var ballot = await village.Called(proposal, secret: true);
        using var voter = await village.As(author);
        var paper = await voter.Open(proposal.Path("/vote"));
        var first = await voter.Submit(Ballotry.Filled(paper, "yes"));
        var receipt = first.One("input.link").GetAttribute("value")!;
        Assert.Equal(SealedUrn.ReceiptLength, receipt.Length);
        // The answer got lost and the same page is sent again: still one vote, and the receipt again.
        var again = await voter.Submit(Ballotry.Filled(paper, "no"));
        Assert.Equal(receipt, again.One("input.link").GetAttribute("value"));
        var second = await voter.Vote(proposal, "no");
        Assert.Contains("cannot be changed", second.One("main [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(await village.House.All<CountedVote>(), v => v.BallotId == ballot.Id);

        village.House.Clock.Move(TimeSpan.FromDays(9));
        var result = await village.Close(proposal);
        Assert.Contains(receipt, result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", result.One("main table:not(.bars)").TextContent, StringComparison.Ordinal);
        var vote = Assert.Single(await village.House.All<CountedVote>(), v => v.BallotId == ballot.Id);
        Assert.Equal((receipt, "yes", null), (vote.Mark, vote.Choice, vote.VoterId));
    }

    [Fact]
    public async Task A_vote_after_closing_and_a_vote_of_somebody_who_left_are_refused_in_words()
    {
        var (late, ada) = await village.Newcomer();
        var (gone, leaver) = await village.Newcomer();
        var proposal = await village.Proposed(ada);
        var ballot = await village.Called(proposal, secret: true);
        using var left = await village.As(gone);
        var paper = await left.Open(proposal.Path("/vote"));
        using var slow = await village.As(late);
        var slowPaper = await slow.Open(proposal.Path("/vote"));
        village.House.Clock.Move(TimeSpan.FromDays(1));
        await Leave(leaver);
        village.House.Clock.Move(TimeSpan.FromDays(1));
        var answer = await left.Submit(Ballotry.Filled(paper, "yes"));
        Assert.Contains("no longer a member", answer.One("main [role=alert]").TextContent, StringComparison.Ordinal);

        village.House.Clock.Move(TimeSpan.FromDays(7));
        var over = (await slow.Submit(Ballotry.Filled(slowPaper, "yes"))).Is(HttpStatusCode.OK);
        Assert.Contains("Voting is over. Your vote was not counted.", over.One("main [role=alert]").TextContent, StringComparison.Ordinal);
        await village.Close(proposal);
        var closed = (await slow.Submit(Ballotry.Filled(slowPaper, "yes"))).Is(HttpStatusCode.OK);
        Assert.Contains("not counted", closed.One("main [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(await village.House.All<CountedVote>(), v => v.BallotId == ballot.Id);
        Assert.All(
            (await village.House.All<RollEntry>()).Where(r => r.BallotId == ballot.Id),
            r => Assert.Equal(Turnout.NotYet, r.Turnout)
        );
    }

    [Fact]
    public async Task Who_joins_after_the_opening_has_no_vote_and_is_told_why()
    {
        var (_, ada) = await village.Newcomer();
        var proposal = await village.Proposed(ada);
        var ballot = await village.Called(proposal, secret: false);
        village.House.Clock.Move(TimeSpan.FromHours(1));
        var (late, newcomer) = await village.Newcomer();
        using var reader = await village.As(late);
        var page = await reader.Open(proposal.Path("/vote"));
        Assert.Contains("not on the roll", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("[name='Input.Choice']"));
        Assert.DoesNotContain(await village.House.All<RollEntry>(), r => r.BallotId == ballot.Id && r.VoterId == newcomer.Id);
        Assert.Contains(await village.House.All<RollEntry>(), r => r.BallotId == ballot.Id && r.VoterId == ada.Id);
    }

    [Fact]
    public async Task Two_who_close_at_once_leave_one_result()
    {
        await village.Rules(new VotingTerms { QuorumPercent = 0 });
        var (voter, ada) = await village.Newcomer();
        var proposal = await village.Proposed(ada);
        var ballot = await village.Called(proposal, secret: true);
        await village.Vote(voter, proposal, "yes");
        village.House.Clock.Move(TimeSpan.FromDays(9));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => village.House.With((CloseBallot c) => c.Run(ballot.Id, null))));
        Assert.Single(answers, a => a is null);
        Assert.All(
            answers.Where(a => a is not null),
            a => Assert.Contains("closed and counted already", a!.Text, StringComparison.Ordinal)
        );
        Assert.Single(await village.House.All<CountedVote>(), v => v.BallotId == ballot.Id);
    }

    [Fact]
    public async Task Everybody_votes_at_once_and_every_vote_is_there_once()
    {
        await village.Rules(new VotingTerms { QuorumPercent = 0 });
        var people = new List<string>();
        Member? author = null;
        for (var i = 0; i < 8; i++)
        {
            var (email, member) = await village.Newcomer();
            people.Add(email);
            author ??= member;
        }
        var proposal = await village.Proposed(author!);
        var ballot = await village.Called(proposal, secret: true);
        var pages = await Task.WhenAll(people.Select((email, i) => village.Vote(email, proposal, i % 2 == 0 ? "yes" : "no")));
        foreach (var (page, email) in pages.Zip(people).Where(p => p.First.Html.QuerySelector("input.link") is null))
            await village.Vote(email, proposal, people.IndexOf(email) % 2 == 0 ? "yes" : "no");
        village.House.Clock.Move(TimeSpan.FromDays(9));
        await village.Close(proposal);
        var votes = (await village.House.All<CountedVote>()).Where(v => v.BallotId == ballot.Id).ToList();
        Assert.Equal((4, 4), (votes.Count(v => v.Choice == "yes"), votes.Count(v => v.Choice == "no")));
        Assert.False((await village.House.All<Proposal>()).Single(p => p.Id == proposal.Id).Adopted);
    }

    [Fact]
    public async Task Nobody_but_members_finds_proposals_votes_and_results()
    {
        var (email, ada) = await village.Newcomer();
        var proposal = await village.Proposed(ada);
        await village.Called(proposal, secret: false);
        using var neighbour = await village.As(village.Neighbour);
        foreach (var path in new[] { "/networks/norr/proposals", proposal.Path(), proposal.Path("/vote"), proposal.Path("/result.csv") })
            (await neighbour.Open(path)).Is(HttpStatusCode.NotFound);
        using var member = await village.As(email);
        (await member.Open(proposal.Path())).Is(HttpStatusCode.OK);
        (await member.Open(proposal.Path("/papers"))).Is(HttpStatusCode.NotFound);
        using var visitor = village.House.Reader();
        Assert.Equal("/sign-in", (await visitor.Open(proposal.Path())).Address.AbsolutePath);
    }

    [Theory]
    [InlineData("2027-03-28T02:30", "put forward that night")]
    [InlineData("2026-10-25T02:30", "past")]
    [InlineData("2027-10-31T02:30", "twice")]
    [InlineData("soon", "Write day and time")]
    public void Hours_that_are_skipped_or_come_twice_are_refused(string typed, string words)
    {
        var (at, refusal) = WallTime.Read(typed, "field");
        if (words == "past")
            Assert.Contains("twice", refusal!.Text, StringComparison.Ordinal);
        else
            Assert.Contains(words, refusal!.Text, StringComparison.Ordinal);
        Assert.Null(at);
    }

    [Fact]
    public void An_ordinary_hour_is_the_moment_it_is_in_Sweden()
    {
        Assert.Equal(new DateTimeOffset(2027, 7, 1, 16, 0, 0, TimeSpan.Zero), WallTime.Read("2027-07-01T18:00", "f").At);
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 17, 0, 0, TimeSpan.Zero), WallTime.Read("2027-01-01 18:00", "f").At);
    }

    private Task Leave(Member member) =>
        village.House.Do(async db =>
        {
            foreach (var membership in await db.Set<Membership>().Where(m => m.MemberId == member.Id).ToListAsync())
                membership.End(village.House.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
}
