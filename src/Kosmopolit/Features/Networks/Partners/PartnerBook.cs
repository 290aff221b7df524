using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Networks.Partners;

/// <summary>A cooperation as pages show it.</summary>
/// <param name="Office">Name of the office that carries it, or null.</param>
public sealed record ShownPartnership(Partnership Row, Network Network, PartnerOrganisation Organisation, string? Office);

/// <summary>Reads cooperations: what runs is public; what is proposed, declined or ended is for the two sides.</summary>
public sealed class PartnerBook(KosmopolitDb db, Me me)
{
    public Task<IReadOnlyList<ShownPartnership>> OfNetwork(Network network, CancellationToken ct = default) =>
        Read(db.Partnerships.Where(p => p.NetworkId == network.Id), me.CanRun(network), ct);

    public Task<IReadOnlyList<ShownPartnership>> OfOrganisation(PartnerOrganisation organisation, CancellationToken ct = default) =>
        Read(db.Partnerships.Where(p => p.OrganisationId == organisation.Id), me.CanAnswerFor(organisation.Id), ct);

    private async Task<IReadOnlyList<ShownPartnership>> Read(IQueryable<Partnership> rows, bool isSide, CancellationToken ct)
    {
        var shown = await rows.Where(p => p.State == PartnershipState.Running || (isSide && p.State == PartnershipState.Proposed))
            .Join(db.Networks.VisibleTo(me), p => p.NetworkId, n => n.Id, (p, n) => new { Row = p, Network = n })
            .Join(
                db.Partners,
                x => x.Row.OrganisationId,
                o => o.Id,
                (x, o) =>
                    new
                    {
                        x.Row,
                        x.Network,
                        Organisation = o,
                    }
            )
            .Select(x => new
            {
                x.Row,
                x.Network,
                x.Organisation,
                Office = db.Set<PartnerOffice>().Where(f => f.Id == x.Row.OfficeId).Select(f => f.Name).FirstOrDefault(),
            })
            .OrderBy(x => x.Row.AnsweredAt)
            .AsNoTracking()
            .ToListAsync(ct);
        return [.. shown.Select(x => new ShownPartnership(x.Row, x.Network, x.Organisation, x.Office))];
    }
}
