using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Members.SelfGovernment.Removals;
using Kosmopolit.Features.Members.SelfGovernment.Succession;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Trust.Leaving;

/// <summary>What is kept of somebody who proposed, spoke, stood and voted. A secret vote is not here: nothing says whose it is.</summary>
internal static class GovernmentHoldings
{
    public static IEnumerable<Holding> All => [.. Said(), .. Voted(), .. Decided()];

    private static IEnumerable<Holding> Said() =>
        [
            Holdings.Row<Proposal>("AuthorId", w => p => p.AuthorId == w.Member, t => t["What you proposed"], Fate.Stays, Shared),
            Holdings.Row<Proposal>(
                "Matter.MemberId",
                w => p => p.Matter.MemberId == w.Member,
                t => t["Proposals about you"],
                Fate.Stays,
                Shared
            ),
            Holdings.Row<Proposal>(
                "Matter.GuestId",
                w => p => p.Matter.GuestId == w.Account,
                t => t["Proposals about you"],
                Fate.Stays,
                Shared
            ),
            Holdings.Row<ProposalVersion>("ById", w => v => v.ById == w.Member, t => t["What you proposed"], Fate.Stays, Shared),
            Holdings.Row<ProposalSupport>("MemberId", w => s => s.MemberId == w.Member, t => t["Proposals you support"], Fate.Goes),
            Holdings.Row<Remark>("AuthorId", w => r => r.AuthorId == w.Member, t => t["What you said about proposals"], Fate.Stays, Shared),
            Holdings.Row<Candidate>("MemberId", w => c => c.MemberId == w.Member, t => t["Elections in which you stood"], Fate.Emptied),
        ];

    private static IEnumerable<Holding> Voted() =>
        [
            Holdings.Row<RollEntry>("VoterId", w => r => r.VoterId == w.Member, t => t["Votes you had"], Fate.Stays, AddsUp),
            Holdings.Row<OpenVote>("VoterId", w => v => v.VoterId == w.Member, t => t["Votes you gave openly"], Fate.Stays, AddsUp),
            Holdings.Row<OpenVote>("ById", w => v => v.ById == w.Member, t => t["Votes you gave openly"], Fate.Stays, AddsUp),
            Holdings.Row<CountedVote>("VoterId", w => v => v.VoterId == w.Member, t => t["Votes you gave openly"], Fate.Stays, AddsUp),
            Holdings.Row<PaperSheet>("ById", w => s => s.ById == w.Account, null, Fate.Stays, History),
            Holdings.Row<Ballot>("TellerId", w => b => b.TellerId == w.Member, null, Fate.Stays, History),
            Holdings.Row<Ballot>("ClosedById", w => b => b.ClosedById == w.Account, null, Fate.Stays, History),
        ];

    private static IEnumerable<Holding> Decided() =>
        [
            Holdings.Row<Removal>("MemberId", w => r => r.MemberId == w.Member, t => t["Removals that concern you"], Fate.Goes),
            Holdings.Row<Removal>(
                "ProposedById",
                w => r => r.ProposedById == w.Account && r.MemberId != w.Member,
                null,
                Fate.Stays,
                History
            ),
            Holdings.Row<RemovalStep>("ById", w => s => s.ById == w.Account, null, Fate.Stays, History),
            Holdings.Row<Dissolution>("WelcomedById", w => d => d.WelcomedById == w.Account, null, Fate.Stays, History),
            Holdings.Row<MoveAnswer>(
                "MemberId",
                w => a => a.MemberId == w.Member,
                t => t["Where you go when your network ends"],
                Fate.Goes
            ),
            Holdings.Row<WakeUpCall>("MemberId", w => c => c.MemberId == w.Member, t => t["Networks you wanted to wake"], Fate.Goes),
        ];

    private static string Shared(Texts t) => t["Others answered and voted about it; only a number is left of you."];

    private static string AddsUp(Texts t) => t["The result must add up for everybody; only a number is left of you."];

    private static string History(Texts t) => t["It is the network’s history; only a number is left of the writer."];
}
