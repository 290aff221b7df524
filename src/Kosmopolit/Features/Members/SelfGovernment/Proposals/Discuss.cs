using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Proposals;

/// <summary>What somebody says, or changes of what they said.</summary>
public sealed class RemarkInput
{
    /// <summary>The remark that is answered or changed; null for a new one about the proposal.</summary>
    public Guid? Remark { get; set; }

    [Required(ErrorMessage = "Write something first.")]
    [PlainText(ProposalMapping.MostRemark)]
    public string? Text { get; set; }
}

/// <summary>Members speak about a proposal, support it, and stand in an election.</summary>
public sealed class Discuss(KosmopolitDb db, Me me, TimeProvider clock)
{
    public async Task<Refusal?> Say(Network network, Guid proposalId, RemarkInput input, CancellationToken ct = default)
    {
        if (await Find(network, proposalId, ct) is not { } proposal || me.MemberId is not { } self || !me.CanDiscuss(network))
            return new Refusal("Members of the network discuss its proposals.");
        var answered = input.Remark is { } id
            ? await db.Set<Remark>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.ProposalId == proposalId, ct)
            : null;
        if (input.Remark is not null && answered is null)
            return new Refusal("What you answer is no longer here.");
        // An answer to an answer stands beside it: one level is what a phone shows.
        db.Add(new Remark(proposal, self, answered?.AnswersId ?? answered?.Id, PlainText.CleanLines(input.Text), clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task<Refusal?> Change(Network network, Guid proposalId, RemarkInput input, CancellationToken ct = default)
    {
        if (await Own(network, proposalId, input.Remark, ct) is not { } remark)
            return new Refusal("You change only what you said yourself.");
        if (remark.Change(PlainText.CleanLines(input.Text), clock.GetUtcNow()) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task<Refusal?> TakeBack(Network network, Guid proposalId, Guid? id, CancellationToken ct = default)
    {
        if (await Own(network, proposalId, id, ct) is not { } remark)
            return new Refusal("You take back only what you said yourself.");
        remark.Withdraw(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>Wants it to come to the vote, or no longer.</summary>
    public async Task<Refusal?> Support(Network network, Guid proposalId, bool supports, CancellationToken ct = default)
    {
        if (await Find(network, proposalId, ct) is not { } proposal || me.MemberId is not { } self || !me.CanDiscuss(network))
            return new Refusal("Members of the network support its proposals.");
        if (!proposal.IsDiscussed)
            return new Refusal("This proposal needs no support any more.");
        var known = await db.Set<ProposalSupport>().SingleOrDefaultAsync(s => s.ProposalId == proposalId && s.MemberId == self, ct);
        if (supports && known is null)
            db.Add(new ProposalSupport(proposalId, self, clock.GetUtcNow()));
        else if (!supports && known is not null)
            db.Remove(known);
        await Once(ct);
        return null;
    }

    private Task<Proposal?> Find(Network network, Guid id, CancellationToken ct) =>
        db.Set<Proposal>().VisibleTo(me).SingleOrDefaultAsync(p => p.Id == id && p.NetworkId == network.Id, ct);

    private async Task<Remark?> Own(Network network, Guid proposalId, Guid? id, CancellationToken ct) =>
        me.CanDiscuss(network) && await Find(network, proposalId, ct) is not null
            ? await db.Set<Remark>()
                .Include(r => r.Versions)
                .SingleOrDefaultAsync(r => r.Id == id && r.ProposalId == proposalId && r.AuthorId == me.MemberId, ct)
            : null;

    // Pressed twice: the row is there.
    private async Task Once(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
        }
    }
}
