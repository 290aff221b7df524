using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Networks.LifeCycle.Interests;

/// <summary>How many are enough.</summary>
public sealed class ThresholdInput
{
    public int Threshold { get; set; }
}

/// <summary>Changes how many should say "I would join" before the start-up begins.</summary>
public sealed class AimForThreshold(KosmopolitDb db, Me me)
{
    public async Task<Refusal?> Run(Network shown, ThresholdInput input, CancellationToken ct = default)
    {
        var network = await db.Networks.VisibleTo(me).SingleAsync(n => n.Id == shown.Id, ct);
        if (!me.CanAimFor(network))
            return new Refusal("You may not decide this for the network.");
        if (network.AimFor(input.Threshold) is { } refusal)
            return refusal with { Field = nameof(input.Threshold) };
        return await db.Save(new Refusal("Somebody else changed the network at the same moment. Look once more."), ct);
    }
}
