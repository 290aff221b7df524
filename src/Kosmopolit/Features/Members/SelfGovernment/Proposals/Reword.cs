using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Proposals;

public sealed class RewordInput
{
    [Required(ErrorMessage = "Give it a title, so that others find it.")]
    [PlainText(150)]
    public string? Title { get; set; }

    [Required(ErrorMessage = "Write what you propose.")]
    [PlainText(ProposalMapping.MostText)]
    public string? Text { get; set; }
}

/// <summary>The author changes the words, or takes the proposal back, while it is discussed.</summary>
public sealed class Reword(KosmopolitDb db, Me me, Texts texts, TimeProvider clock)
{
    public async Task<Refusal?> Run(Guid id, RewordInput input, CancellationToken ct = default)
    {
        if (await Find(id, ct) is not { } proposal || !me.CanReword(proposal))
            return new Refusal("Only its author changes a proposal, and only while it is discussed.");
        var (title, text) = (PlainText.Clean(input.Title), PlainText.CleanLines(input.Text));
        return proposal.Word(title, text, texts.Language.Tag, me.MemberId!.Value, clock.GetUtcNow()) is { } refusal
            ? refusal
            : await Save(ct);
    }

    public async Task<Refusal?> Withdraw(Guid id, CancellationToken ct = default)
    {
        if (await Find(id, ct) is not { } proposal || proposal.AuthorId != me.MemberId)
            return new Refusal("Only its author takes a proposal back.");
        return proposal.Withdraw(clock.GetUtcNow()) is { } refusal ? refusal : await Save(ct);
    }

    private Task<Proposal?> Find(Guid id, CancellationToken ct) =>
        db.Set<Proposal>().VisibleTo(me).Include(p => p.Versions).SingleOrDefaultAsync(p => p.Id == id, ct);

    private async Task<Refusal?> Save(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            return new Refusal("Somebody else changed this at the same moment. Look at the page and try once more.");
        }
    }
}
