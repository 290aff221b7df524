using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Ui.Caching;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Claims;

/// <summary>The half-lives in force: what operators set, otherwise the usual ones.</summary>
public sealed class HalfLives(KosmopolitDb db, Me me, Remembered remembered, TimeProvider clock)
{
    public Task<IReadOnlyDictionary<string, double>> All() => remembered.For(me, "half-lives", 1, _ => Read());

    public async Task<double> Of(string topic) => For(await All(), topic);

    public static double For(IReadOnlyDictionary<string, double> all, string topic) => all.GetValueOrDefault(topic, all[""]);

    /// <summary>An operator says how fast a topic ages.</summary>
    public async Task<Refusal?> Set(string topic, double years, CancellationToken ct = default)
    {
        if (!me.Is(Role.Operator))
            return new Refusal("Only an operator sets this.") { Kind = RefusalKind.NotYours };
        if (!HalfLife.Usual.ContainsKey(topic))
            return new Refusal("Choose a topic from the list.");
        var row = await db.Set<HalfLife>().SingleOrDefaultAsync(h => h.Topic == topic, ct);
        if (row is null)
            db.Add(row = new HalfLife(topic));
        return row.Set(years, me.AccountId!.Value, clock.GetUtcNow())
            ?? await db.Save(new Refusal("Somebody else changed this at the same moment. Send it once more."), ct);
    }

    private async Task<IReadOnlyDictionary<string, double>> Read()
    {
        var set = await db.Set<HalfLife>().AsNoTracking().ToDictionaryAsync(h => h.Topic, h => h.Years);
        return HalfLife.Usual.ToDictionary(u => u.Key, u => set.GetValueOrDefault(u.Key, u.Value));
    }
}
