using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Tests.Features.Members.SelfGovernment;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Platform.Api;

/// <summary>What a network decides, by program: shown to whom it concerns, and counted as on paper.</summary>
[UsesDatabase]
public sealed class GovernmentApiTests : IAsyncLifetime
{
    private ApiWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await ApiWorld.Open();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_visitor_reads_the_meetings_that_are_announced_to_everybody_and_members_read_all()
    {
        using var visitor = new ApiClient(_world.House);
        using var member = await ApiClient.Of(_world.House, _world.Vera);
        Assert.Equal(["Open house"], Titles((await visitor.Get("/networks/norr/meetings")).Is(200)));
        Assert.Equal(["Open house", "Supper"], Titles((await member.Get("/networks/norr/meetings")).Is(200)).Order());
    }

    [Fact]
    public async Task A_secret_vote_that_is_sent_twice_with_its_receipt_is_counted_once_and_found_in_the_result()
    {
        var address = $"/networks/norr/proposals/{_world.Proposals.AtVote.Id}";
        using var member = await ApiClient.Of(_world.House, _world.Vera);
        var paper = (await member.Get($"{address}/vote")).Is(200).Json;
        var receipt = paper.GetProperty("receipt").GetString();
        Assert.False(paper.GetProperty("voters")[0].GetProperty("hasVoted").GetBoolean());
        var vote = new { choice = new[] { "yes" }, receipt };
        (await member.Send("PUT", $"{address}/vote", vote)).Is(204);
        (await member.Send("PUT", $"{address}/vote", vote)).Is(204);
        (await member.Send("PUT", $"{address}/vote", new { choice = new[] { "no" }, receipt = SealedUrn.NewReceipt() })).Is(422);
        (await member.Send("PUT", $"{address}/vote", new { choice = (string[]?)null })).Is(422);
        (await member.Get($"{address}/result")).Is(404);

        _world.House.Clock.Move(TimeSpan.FromDays(9));
        var ballot = await Ballot();
        Assert.Null(await _world.House.With((CloseBallot verb) => verb.Run(ballot.Id, null)));
        var result = (await member.Get($"{address}/result")).Is(200).Json;
        Assert.Equal((1, true), (result.GetProperty("counted").GetInt32(), result.GetProperty("recountAgrees").GetBoolean()));
        var counted = result.GetProperty("votes")[0];
        Assert.Equal(receipt, counted.GetProperty("mark").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, counted.GetProperty("voter").ValueKind);
    }

    [Fact]
    public async Task Whoever_is_not_in_the_network_finds_neither_proposals_nor_votes()
    {
        using var plain = await ApiClient.Of(_world.House, _world.Plain);
        foreach (var proposal in new[] { _world.Proposals.Discussed, _world.Proposals.AtVote, _world.Proposals.Decided })
        foreach (var part in new[] { "", "/vote", "/result" })
            (await plain.Get($"/networks/norr/proposals/{proposal.Id}{part}")).Is(404);
        // Under another network's address it is not there either.
        using var member = await ApiClient.Of(_world.House, _world.Vera);
        (await member.Get($"/networks/soder/proposals/{_world.Proposals.Discussed.Id}")).Is(404);
    }

    private static List<string> Titles(Reply reply) => [.. reply.Json.EnumerateArray().Select(m => m.GetProperty("title").GetString()!)];

    private async Task<Ballot> Ballot() => (await _world.House.All<Ballot>()).Single(b => b.ProposalId == _world.Proposals.AtVote.Id);
}
