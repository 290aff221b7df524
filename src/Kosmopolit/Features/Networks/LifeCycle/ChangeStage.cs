using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Networks.LifeCycle.Interests;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Networks.LifeCycle;

/// <summary>Where the network should go, and why.</summary>
public sealed class StageInput
{
    public Stage Stage { get; set; }

    [Required(ErrorMessage = "Say why in a sentence: it stands in the network’s history.")]
    [PlainText(500)]
    public string? Why { get; set; }
}

/// <summary>Leads a network into another stage.</summary>
public sealed class ChangeStage(KosmopolitDb db, Me me, TimeProvider clock)
{
    public async Task<Refusal?> Run(Network shown, StageInput input, CancellationToken ct = default)
    {
        var network = await db.Networks.VisibleTo(me).Include(n => n.History).SingleAsync(n => n.Id == shown.Id, ct);
        if (Ways.Refuse(network.Stage, input.Stage) is { } noWay)
            return noWay;
        if (!me.CanMoveTo(network).Contains(input.Stage))
            return new Refusal("You may not decide this for the network.");
        var why = PlainText.Clean(input.Why);
        if (why.Length == 0)
            return new Refusal("Say why in a sentence: it stands in the network’s history.", nameof(input.Why));
        var now = clock.GetUtcNow();
        if (network.Move(input.Stage, now, me.AsAuthor(network), why) is { } refusal)
            return refusal;
        // Whoever said "I would join" something that was given up is asked anew if it is ever tried again.
        if (input.Stage == Stage.Abandoned)
            foreach (var interest in await db.Set<Interest>().Where(i => i.NetworkId == network.Id && i.EndedAt == null).ToListAsync(ct))
                interest.End(now);
        return await db.Save(new Refusal("Somebody else changed the network at the same moment. Look once more."), ct);
    }
}
