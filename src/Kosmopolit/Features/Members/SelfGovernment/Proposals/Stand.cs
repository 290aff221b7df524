using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Proposals;

public sealed class StandInput
{
    [Required(ErrorMessage = "Write the name under which you stand.")]
    [PlainText(100)]
    public string? Name { get; set; }

    [PlainText(1000)]
    public string? Pitch { get; set; }
}

/// <summary>A member stands in an election, or no longer.</summary>
public sealed class Stand(KosmopolitDb db, Me me, TimeProvider clock)
{
    public async Task<Refusal?> Run(Network network, Guid proposalId, StandInput input, CancellationToken ct = default)
    {
        var election = await Find(network, proposalId, ct);
        if (election is null || me.MemberId is not { } self || !me.CanDiscuss(network))
            return new Refusal("Members of the network stand in its elections.");
        if (!election.IsDiscussed)
            return new Refusal("The list of candidates is closed: the election has been called.");
        var before = await db.Set<Candidate>().SingleOrDefaultAsync(c => c.ProposalId == proposalId && c.MemberId == self, ct);
        if (before is { WithdrawnAt: null })
            return new Refusal("You stand already.");
        if (before is not null)
            db.Remove(before);
        if (await db.Set<Candidate>().CountAsync(c => c.ProposalId == proposalId, ct) >= 99)
            return new Refusal("There are too many candidates.");
        // The key is unique per person: the old row must be gone before the new one comes.
        return await db.InOneTransaction(
            async () =>
            {
                await db.SaveChangesAsync(ct);
                db.Add(new Candidate(election, self, PlainText.Clean(input.Name), PlainText.CleanLines(input.Pitch), clock.GetUtcNow()));
                return await Save(ct);
            },
            ct
        );
    }

    public async Task<Refusal?> StepBack(Network network, Guid proposalId, CancellationToken ct = default)
    {
        var election = await Find(network, proposalId, ct);
        if (election is null || !election.IsDiscussed)
            return new Refusal("The list of candidates is closed: the election has been called.");
        var candidate = await db.Set<Candidate>().SingleOrDefaultAsync(c => c.ProposalId == proposalId && c.MemberId == me.MemberId, ct);
        candidate?.Withdraw(clock.GetUtcNow());
        return await Save(ct);
    }

    private Task<Proposal?> Find(Network network, Guid id, CancellationToken ct) =>
        db.Set<Proposal>()
            .VisibleTo(me)
            .SingleOrDefaultAsync(p => p.Id == id && p.NetworkId == network.Id && p.Matter.Kind == ProposalKind.Election, ct);

    private async Task<Refusal?> Save(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            return new Refusal("You stand already.");
        }
    }
}
