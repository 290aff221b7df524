namespace Kosmopolit.Tests.Platform.Api;

/// <summary>The verbs by which networks begin and govern themselves.</summary>
internal static class GovernmentScript
{
    private const string Proposals = "/networks/norr/proposals";
    private const string Interest = "/networks/vaster/interest";

    public static IEnumerable<Example> Of(ApiWorld w)
    {
        var (discussed, atVote) = ($"{Proposals}/{w.Proposals.Discussed.Id}", $"{Proposals}/{w.Proposals.AtVote.Id}");
        var (decided, none) = ($"{Proposals}/{w.Proposals.Decided.Id}", $"{Proposals}/{Guid.Empty}");
        return
        [
            new("getNetworkHistory", "/networks/norr/history", Missing: "/networks/none/history"),
            new("getInterest", Interest, Missing: "/networks/none/interest"),
            new(
                "putMyInterest",
                $"{Interest}/mine",
                new { municipality = "2480", isFirm = true },
                new { municipality = "0180" },
                Missing: "/networks/none/interest/mine"
            ),
            new("getMyInterest", $"{Interest}/mine", Missing: "/networks/none/interest/mine"),
            new("deleteMyInterest", $"{Interest}/mine", Missing: "/networks/none/interest/mine"),
            new("getMeetings", "/networks/norr/meetings", Missing: "/networks/none/meetings"),
            new("getProposals", Proposals, Missing: "/networks/soder/proposals"),
            new(
                "postProposal",
                Proposals,
                new { title = "A chair", text = "We need one." },
                new { title = "A chair" },
                Missing: "/networks/soder/proposals"
            ),
            new("getProposal", discussed, Missing: none),
            new("putMySupport", $"{discussed}/support", new { supports = true }, Missing: $"{none}/support")
            {
                BadPath = $"{decided}/support",
            },
            new("getVotingPaper", $"{atVote}/vote", Missing: $"{none}/vote"),
            new(
                "putMyVote",
                $"{atVote}/vote",
                new { choice = new[] { "yes" }, receipt = "bcdfghjkmnpq" },
                new { choice = new[] { "maybe" } },
                Missing: $"{none}/vote"
            ),
            new("getResult", $"{decided}/result", Bad: $"{decided}/result?round=many", Missing: $"{none}/result"),
        ];
    }
}
