using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Members.SelfGovernment.Removals;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.SelfGovernment;

/// <summary>How proposals, votes and offices are put into words.</summary>
public static class GovernmentWording
{
    public static string Name(ProposalKind kind, Texts t) =>
        kind switch
        {
            ProposalKind.Election => t["election of coordinators"],
            ProposalKind.Statutes => t["change of the statutes"],
            ProposalKind.Appeal => t["appeal against a removal"],
            ProposalKind.Guest => t["invitation of a guest"],
            ProposalKind.Caretaker => t["caretaker"],
            ProposalKind.Dissolve => t["end of the network"],
            ProposalKind.Merge => t["going up in another network"],
            _ => t["proposal"],
        };

    public static string Status(Proposal proposal, Texts t) =>
        proposal.WithdrawnAt is not null ? t["taken back"]
        : proposal is { Adopted: true, Matter.Kind: ProposalKind.Election } ? t["chosen"]
        : proposal is { Adopted: false, Matter.Kind: ProposalKind.Election } ? t["nobody chosen"]
        : proposal.Adopted == true ? t["adopted"]
        : proposal.Adopted == false ? t["not adopted"]
        : proposal.CalledAt is not null ? t["at the vote"]
        : t["being discussed"];

    public static string Name(Majority majority, Texts t) =>
        majority switch
        {
            Majority.ThreeQuarters => t["three quarters of yes and no must be yes"],
            Majority.TwoThirds => t["two thirds of yes and no must be yes"],
            _ => t["more yes than no"],
        };

    public static string Outcome(BallotOutcome outcome, Texts t) =>
        outcome switch
        {
            BallotOutcome.Adopted => t["Adopted"],
            BallotOutcome.Rejected => t["Not adopted"],
            BallotOutcome.NoQuorum => t["Too few voted: not adopted"],
            BallotOutcome.Elected => t["Elected"],
            BallotOutcome.RunOff => t["A tie: another round decides"],
            _ => t["Not counted yet"],
        };

    public static string Name(Place place, Texts t) =>
        place switch
        {
            Place.Elected => t["elected"],
            Place.Deputy => t["deputy"],
            Place.Tied => t["to the next round"],
            _ => "",
        };

    /// <summary>The words of an option of yes and no.</summary>
    public static string Option(string key, Texts t) =>
        key switch
        {
            BallotOption.Yes => t["Yes"],
            BallotOption.No => t["No"],
            BallotOption.Abstain => t["I abstain"],
            _ => key,
        };

    public static string Name(RemovalEvent happened, Texts t) =>
        happened switch
        {
            RemovalEvent.Proposed => t["proposed"],
            RemovalEvent.Dropped => t["dropped"],
            RemovalEvent.Carried => t["a second person agreed: removed"],
            RemovalEvent.Appealed => t["appealed to the members"],
            RemovalEvent.Upheld => t["the members let it stand"],
            _ => t["the members took the person back"],
        };
}
