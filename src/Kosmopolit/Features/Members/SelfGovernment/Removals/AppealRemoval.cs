using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Removals;

public sealed class AppealInput
{
    [Required(ErrorMessage = "Write something first.")]
    [PlainText(ProposalMapping.MostText)]
    public string? Text { get; set; }
}

/// <summary>Whoever was removed asks the members, who vote about it at once and in secret.</summary>
public sealed class AppealRemoval(KosmopolitDb db, Me me, CallBallot call, Texts texts, TimeProvider clock)
{
    /// <summary>The removal, when it is about this reader.</summary>
    public async Task<(Removal, Network)?> Find(Guid id, CancellationToken ct = default)
    {
        var removal = await db.Set<Removal>().Include(r => r.Steps).SingleOrDefaultAsync(r => r.Id == id && r.MemberId == me.MemberId, ct);
        if (removal is null || removal.Steps.All(s => s.Happened != RemovalEvent.Carried))
            return null;
        var network = await db.Networks.VisibleTo(me).AsNoTracking().SingleOrDefaultAsync(n => n.Id == removal.NetworkId, ct);
        return network is null ? null : (removal, network);
    }

    public async Task<Refusal?> Run(Guid id, AppealInput input, CancellationToken ct = default)
    {
        if (await Find(id, ct) is not var (removal, network) || me.AccountId is not { } account || me.MemberId is not { } self)
            return new Refusal("There is nothing to appeal against.");
        var now = clock.GetUtcNow();
        if (removal.RefusesAppeal(now) is { } refusal)
            return refusal;
        if (network.Stage != Stage.Independent)
            return new Refusal("This network cannot vote at present.");
        var proposal = new Proposal(network.Id, self, new ProposalMatter { Kind = ProposalKind.Appeal, MemberId = self }, now);
        proposal.Word(texts["Take a member back"], PlainText.CleanLines(input.Text), texts.Language.Tag, self, now);
        db.Add(proposal);
        removal.Appeal(proposal.Id, account, now);
        var rules = await VotingRules.Of(db, network.Id, ct);
        return await call.Call(network, proposal, secret: true, (now, now.AddDays(Math.Max(7, rules.LeastDays))), ct);
    }
}
