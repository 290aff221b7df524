using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Desk;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Succession;

/// <summary>What threatens a network: sleep, rest, its last day; and another that wants to go up in it.</summary>
public sealed class DeskFuture(KosmopolitDb db, Warnings warnings) : DeskSource
{
    public override int Order => 70;

    public override string Heading(Texts t) => t["The network’s future"];

    public override async Task<IReadOnlyList<DeskRow>> Rows(DeskVisit visit, CancellationToken ct)
    {
        var (network, t) = (visit.Network, visit.Texts);
        if (network.Stage is not (Stage.Independent or Stage.Dormant))
            return [];
        var path = $"/networks/{network.Slug}/succession";
        var rows = new List<DeskRow>();
        foreach (var warning in await warnings.Of(network, ct))
            rows.Add(new(Warnings.Say(warning, t), t["See what you can do"], path) { Due = warning.Since });
        if (network.Stage == Stage.Dormant)
            rows.Add(new(t["This network rests. A few members together wake it."], t["Wake it up"], path));
        var endings = await db.Set<Dissolution>()
            .Where(d => d.DoneAt == null && (d.NetworkId == network.Id || (d.SuccessorId == network.Id && d.WelcomedAt == null)))
            .Select(d => new { IsOwn = d.NetworkId == network.Id, d.ClosesAt })
            .ToListAsync(ct);
        foreach (var ending in endings)
        {
            var day = WallTime.Day(ending.ClosesAt, t.Language.Culture);
            rows.Add(
                ending.IsOwn
                    ? new(
                        t["The network ends on {0}.", day],
                        ending.ClosesAt <= visit.Now ? t["Close the network"] : t["See who takes over"],
                        path
                    )
                    {
                        Due = ending.ClosesAt,
                    }
                    : new(t["Another network wants to go up in this one on {0}.", day], t["Answer it"], path) { Due = ending.ClosesAt }
            );
        }
        return rows;
    }
}
