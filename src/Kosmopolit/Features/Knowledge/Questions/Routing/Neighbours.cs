using System.Collections.Frozen;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Routing;

/// <summary>Which networks are next to others: those in the same county first, then those in counties with a common border.</summary>
public sealed class Neighbours(KosmopolitDb db)
{
    // County codes of SCB; Gotland's border is the ferry.
    private static readonly FrozenDictionary<string, string[]> Borders = new Dictionary<string, string>
    {
        ["01"] = "03 04 19",
        ["03"] = "01 04 19 21",
        ["04"] = "01 03 05 18 19",
        ["05"] = "04 06 08 14 18",
        ["06"] = "05 07 08 13 14",
        ["07"] = "06 08 10 12 13",
        ["08"] = "05 06 07 09 10",
        ["09"] = "08 01",
        ["10"] = "07 08 12",
        ["12"] = "07 10 13",
        ["13"] = "06 07 12 14",
        ["14"] = "05 06 13 17 18",
        ["17"] = "14 18 20",
        ["18"] = "04 05 14 17 19 20",
        ["19"] = "01 03 04 18 20",
        ["20"] = "17 18 19 21 23",
        ["21"] = "03 20 22 23",
        ["22"] = "21 23 24",
        ["23"] = "20 21 22 24",
        ["24"] = "22 23 25",
        ["25"] = "24",
    }.ToFrozenDictionary(b => b.Key, b => b.Value.Split(' '));

    /// <summary>Networks next to any of these, themselves left out; all others when none is next to them.</summary>
    public async Task<IReadOnlyList<Guid>> Of(IReadOnlyCollection<Guid> networks, CancellationToken ct)
    {
        // Where a network lies is public.
        var all = db.Networks;
        var places = await db.Set<NetworkMunicipality>()
            .Where(m => all.Any(n => n.Id == m.NetworkId && n.Stage != Stage.Abandoned))
            .Select(m => new { m.NetworkId, m.Code })
            .ToListAsync(ct);
        var counties = places.ToLookup(p => networks.Contains(p.NetworkId), p => (p.NetworkId, County: p.Code[..2]));
        var own = counties[true].Select(p => p.County).ToHashSet();
        var near = own.Concat(own.SelectMany(c => Borders.GetValueOrDefault(c, []))).ToHashSet();
        var others = counties[false].ToList();
        var next = others.Where(p => near.Contains(p.County)).Select(p => p.NetworkId).Distinct().ToList();
        return next.Count > 0 ? next : [.. others.Select(p => p.NetworkId).Distinct()];
    }
}
