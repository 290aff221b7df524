using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Proposals;

/// <summary>A proposal in a list.</summary>
/// <param name="Language">BCP 47 tag of the title.</param>
/// <param name="VotesUntil">Until when votes are taken; null when it is not at the vote.</param>
/// <param name="Adopted">Null while nothing is decided.</param>
public sealed record ProposalListed(
    Guid Id,
    ProposalKind Kind,
    string Title,
    string Language,
    DateTimeOffset ProposedAt,
    DateTimeOffset? WithdrawnAt,
    int Remarks,
    int Supporters,
    DateTimeOffset? VotesUntil,
    DateTimeOffset? DecidedAt,
    bool? Adopted
)
{
    /// <summary>In one query, in the order given.</summary>
    internal static async Task<IReadOnlyList<ProposalListed>> Of(KosmopolitDb db, IQueryable<Proposal> proposals, CancellationToken ct) =>
        await proposals
            .Select(p => new ProposalListed(
                p.Id,
                p.Matter.Kind,
                p.Title,
                p.Language,
                p.ProposedAt,
                p.WithdrawnAt,
                db.Set<Remark>().Count(r => r.ProposalId == p.Id && r.WithdrawnAt == null),
                db.Set<ProposalSupport>().Count(s => s.ProposalId == p.Id),
                db.Set<Ballot>().Where(b => b.ProposalId == p.Id && b.ClosedAt == null).Max(b => (DateTimeOffset?)b.ClosesAt),
                p.DecidedAt,
                p.Adopted
            ))
            .ToListAsync(ct);
}

/// <summary>One vote about a proposal, as it is or was held.</summary>
/// <param name="Round">1, or more for a run-off.</param>
/// <param name="QuorumPercent">Share of the roll that must vote.</param>
/// <param name="OnRoll">How many have a vote; 0 before the vote opened.</param>
public sealed record BallotListed(
    int Round,
    bool IsSecret,
    VotePer VotePer,
    Majority Majority,
    int QuorumPercent,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    DateTimeOffset? ClosedAt,
    int OnRoll,
    BallotOutcome Outcome
)
{
    internal static BallotListed Of(Ballot b) =>
        new(
            b.Round,
            b.Terms.IsSecret,
            b.Terms.Per,
            b.Terms.Majority,
            b.Terms.QuorumPercent,
            b.OpensAt,
            b.ClosesAt,
            b.ClosedAt,
            b.OnRoll,
            b.Outcome
        );
}

/// <param name="Author">Who proposes it, as far as you may know.</param>
/// <param name="Hitch">Why what was adopted could not be carried out, in your language; null when nothing stopped it.</param>
public sealed record ProposalResource(
    ProposalListed Proposal,
    string Text,
    string Language,
    Signature Author,
    string? Hitch,
    IReadOnlyList<BallotListed> Ballots
);
