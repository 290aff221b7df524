using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.StartUp.Founding;

/// <summary>How a vote came out, counted by hand in the room or by a ballot.</summary>
/// <param name="Abstained">Abstentions and blank papers; null when nobody wrote down how many there were.</param>
public sealed record VoteCount(int For, int Against, int? Abstained)
{
    /// <summary>Votes cast: whoever abstained is not among them.</summary>
    public int Cast => For + Against;

    /// <summary>Everybody who took part, which is what the quorum asks for.</summary>
    public int All => Cast + (Abstained ?? 0);

    /// <summary>More than half of the votes cast.</summary>
    public bool IsMajority => Counting.HasMajority(Majority.Simple, For, Against);

    public string Say(Texts t) =>
        Abstained is { } abstained
            ? t["{0} for, {1} against, {2} abstained", For, Against, abstained]
            : t["{0} for, {1} against", For, Against];

    /// <summary>The same of an election, where whoever abstains leaves a paper blank.</summary>
    public string SayOfElection(Texts t) =>
        Abstained is { } blank ? t["{0} for, {1} against, {2} blank", For, Against, blank] : t["{0} for, {1} against", For, Against];
}
