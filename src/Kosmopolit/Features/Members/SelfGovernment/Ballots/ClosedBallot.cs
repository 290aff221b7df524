using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Ballots;

/// <summary>A ballot whose result is there.</summary>
internal static class ClosedBallot
{
    /// <param name="round">Null for the last closed one.</param>
    public static Task<Ballot?> Find(KosmopolitDb db, Guid proposal, int? round, CancellationToken ct = default) =>
        db.Set<Ballot>()
            .Include(b => b.Options)
            .Where(b => b.ProposalId == proposal && b.ClosedAt != null && (round == null || b.Round == round))
            .OrderByDescending(b => b.Round)
            .AsNoTracking()
            .FirstOrDefaultAsync(ct);

    /// <summary>The names under which candidates stand, by their key in this ballot.</summary>
    public static async Task<Dictionary<string, string>> Candidates(KosmopolitDb db, Ballot ballot, CancellationToken ct = default)
    {
        if (!ballot.Terms.IsElection)
            return [];
        var names = await db.Set<Candidate>().Where(c => c.ProposalId == ballot.ProposalId).ToDictionaryAsync(c => c.Id, c => c.Name, ct);
        return ballot
            .Options.Where(o => o.CandidateId is not null)
            .ToDictionary(o => o.Key, o => names.GetValueOrDefault(o.CandidateId!.Value, o.Key));
    }
}
