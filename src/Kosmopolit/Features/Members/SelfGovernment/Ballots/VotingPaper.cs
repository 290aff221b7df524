using Kosmopolit.Features.Members.SelfGovernment.Proposals;

namespace Kosmopolit.Features.Members.SelfGovernment.Ballots;

/// <summary>Something that can be chosen.</summary>
/// <param name="Key">What is sent: <c>yes</c>, <c>no</c>, <c>abstain</c>, or <c>c1</c> and so on for candidates.</param>
/// <param name="Text">In the reader's language, or the name under which somebody stands.</param>
public sealed record VotingChoice(string Key, string Text);

/// <summary>A vote that the reader may give: their own, or that of a firm.</summary>
/// <param name="Id">Sent as <c>voter</c> when there are several.</param>
public sealed record VotingVoter(Guid Id, string Name, bool HasVoted);

/// <summary>What stands on the voting paper.</summary>
/// <param name="Most">How many can be chosen.</param>
/// <param name="Voters">Empty for whoever is not on the roll.</param>
/// <param name="Receipt">Send it with a secret vote and keep it: nobody else has it. Null where the vote is open.</param>
public sealed record VotingPaper(
    BallotListed Ballot,
    int Most,
    IReadOnlyList<VotingChoice> Choices,
    IReadOnlyList<VotingVoter> Voters,
    string? Receipt
);

/// <summary>What a choice got.</summary>
public sealed record OptionCounted(string Key, string Text, int Votes, Place Place);

/// <summary>One vote that was counted.</summary>
/// <param name="Mark">The receipt of a secret vote.</param>
/// <param name="Voter">Null in a secret vote; otherwise a name as its owner shows it to you.</param>
public sealed record VoteCounted(string Mark, string? Voter, IReadOnlyList<string> Choice);

/// <summary>A result that anybody can count again.</summary>
/// <param name="Seed">Of the lot between candidates with as many votes.</param>
/// <param name="Pledge">Fingerprint of the seed, shown while voting went on.</param>
/// <param name="RecountAgrees">Counted again just now, it is the same.</param>
public sealed record ResultTold(
    BallotListed Ballot,
    int Counted,
    IReadOnlyList<OptionCounted> Options,
    IReadOnlyList<VoteCounted> Votes,
    string Seed,
    string Pledge,
    bool RecountAgrees
);
