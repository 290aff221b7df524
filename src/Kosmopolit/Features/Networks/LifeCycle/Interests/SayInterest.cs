using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Networks.LifeCycle.Interests;

/// <summary>"I would join."</summary>
public sealed class InterestInput
{
    /// <summary>SCB code, four digits.</summary>
    public string? Municipality { get; set; }

    public bool IsFirm { get; set; }

    public bool MayContact { get; set; }
}

/// <summary>Says, changes or takes back that one would join. Whoever is signed in has confirmed their address.</summary>
public sealed class SayInterest(KosmopolitDb db, Me me, TimeProvider clock)
{
    public async Task<Refusal?> Run(Network network, InterestInput input, CancellationToken ct = default)
    {
        if (me.AccountId is not { } account)
            return new Refusal("Sign in first.");
        if (network.Stage is not (Stage.Interest or Stage.StartUp))
            return new Refusal("This network gathers no interest any more.");
        if (network.Municipalities.All(m => m.Code != input.Municipality))
            return new Refusal("Choose a municipality of the region.", nameof(input.Municipality));
        if (await Own(network, ct) is not { } interest)
            db.Add(interest = new Interest(network.Id, account, clock.GetUtcNow()));
        interest.From(input.Municipality!, input.IsFirm, input.MayContact);
        return await db.Save(new Refusal("You said so in another window at the same moment. Look once more."), ct);
    }

    public async Task Withdraw(Network network, CancellationToken ct = default)
    {
        if (await Own(network, ct) is not { } interest)
            return;
        interest.End(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }

    public Task<Interest?> Own(Network network, CancellationToken ct = default)
    {
        var account = me.AccountId;
        return db.Set<Interest>().SingleOrDefaultAsync(i => i.NetworkId == network.Id && i.AccountId == account && i.EndedAt == null, ct);
    }
}
