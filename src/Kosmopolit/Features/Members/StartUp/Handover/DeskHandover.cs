using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Desk;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.StartUp.Handover;

/// <summary>For the facilitator: the next thing that is missing before the handover, or that nothing is.</summary>
public sealed class DeskHandover(KosmopolitDb db) : DeskSource
{
    public override int Order => 15;

    public override string Heading(Texts t) => t["Until the handover"];

    public override async Task<IReadOnlyList<DeskRow>> Rows(DeskVisit visit, CancellationToken ct)
    {
        if (!visit.Reader.CanHandOver(visit.Network))
            return [];
        // The desk's network comes without its history, which knows the meetings that were held.
        var network = await db
            .Networks.VisibleTo(visit.Reader)
            .Include(n => n.History)
            .AsNoTracking()
            .SingleAsync(n => n.Id == visit.Network.Id, ct);
        var conditions = await Preconditions.Of(db, network, ct);
        var (t, path) = (visit.Texts, $"/networks/{network.Slug}");
        return conditions.All.FirstOrDefault(c => !c.IsMet) is { } missing
            ? [new DeskRow(Missing(missing.Condition, t), Preconditions.Step(missing.Condition, t), path + missing.Next)]
            : [new DeskRow(t["Everything is ready. Let go."], t["Hand over"], $"{path}/handover")];
    }

    private static string Missing(Condition condition, Texts t) =>
        condition switch
        {
            Condition.MeetingsHeld => t["Not all three meetings are held yet."],
            Condition.StatutesAdopted => t["The statutes are not adopted yet."],
            Condition.CoordinatorsElected => t["Not enough coordinators are elected yet."],
            _ => t["Not all who were elected have accepted the members’ data yet."],
        };
}
