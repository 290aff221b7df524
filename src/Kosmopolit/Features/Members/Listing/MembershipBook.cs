using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Listing;

/// <summary>A membership as those who run the network see it.</summary>
/// <param name="Name">
/// What the person shows, or showed while they were in, to the network; null when they show no name to it. Nothing else
/// about the person comes along.
/// </param>
/// <param name="Slug">Address of their page; null when it is not open to the network.</param>
public sealed record BookedMembership(
    Guid Id,
    string? Name,
    string? Slug,
    MembershipState State,
    DateTimeOffset Since,
    DateTimeOffset? EndedAt,
    DateTimeOffset? SuspendedUntil,
    DateOnly? RenewBy
);

/// <summary>How each membership of a network stands: states and dates for those who run it, never private fields.</summary>
public sealed class MembershipBook(KosmopolitDb db)
{
    public const int PerPage = 50;

    /// <param name="state">Only memberships of this state.</param>
    /// <param name="page">From 1.</param>
    public async Task<IReadOnlyList<BookedMembership>> Page(
        Network network,
        Me reader,
        MembershipState state,
        int page,
        CancellationToken ct = default
    )
    {
        var rows = db.Memberships.RunBy(reader, network).Where(m => m.State == state);
        var sooner = rows.OrderBy(m => m.RenewBy ?? DateOnly.MaxValue).ThenBy(m => m.Since).ThenBy(m => m.Id);
        return await Booked(sooner.Skip((page - 1) * PerPage).Take(PerPage)).ToListAsync(ct);
    }

    public async Task<IReadOnlyDictionary<MembershipState, int>> Counts(Network network, Me reader, CancellationToken ct = default) =>
        await db.Memberships.RunBy(reader, network).GroupBy(m => m.State).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);

    public Task<BookedMembership?> One(Network network, Me reader, Guid id, CancellationToken ct = default) =>
        Booked(db.Memberships.RunBy(reader, network).Where(m => m.Id == id)).SingleOrDefaultAsync(ct);

    private IQueryable<BookedMembership> Booked(IQueryable<Membership> rows) =>
        rows.Join(db.Set<Member>(), s => s.MemberId, m => m.Id, (s, m) => new { Row = s, Person = m })
            .Select(x => new BookedMembership(
                x.Row.Id,
                x.Person.Presence >= Audience.MyNetwork && x.Person.Name.Audience >= Audience.MyNetwork && x.Person.Name.Value != ""
                    ? x.Person.Name.Value
                    : null,
                x.Row.EndedAt == null && x.Person.Presence >= Audience.MyNetwork ? x.Person.Slug : null,
                x.Row.State,
                x.Row.Since,
                x.Row.EndedAt,
                x.Row.SuspendedUntil,
                x.Row.RenewBy
            ));
}
