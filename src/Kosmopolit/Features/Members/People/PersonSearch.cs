using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.People;

/// <summary>Gives members to be found. A member's sectors are those of their firms, so a firm's change touches them too.</summary>
public sealed class PersonSearch(SearchNames names) : SearchSource
{
    public override string Kind => PersonEntries.Kind;

    public override async Task<IReadOnlyCollection<Guid>> Touched(
        KosmopolitDb db,
        IReadOnlyList<LoggedEvent> happened,
        CancellationToken ct
    )
    {
        var members = happened.Select(e => e.As<MemberChanged>()).OfType<MemberChanged>().Select(e => e.MemberId).ToHashSet();
        var firms = happened.Select(e => e.As<FirmChanged>()).OfType<FirmChanged>().Select(e => e.FirmId).Distinct().ToList();
        if (firms.Count > 0)
            members.UnionWith(await db.FirmRoles.Where(r => firms.Contains(r.FirmId)).Select(r => r.MemberId).ToListAsync(ct));
        return members;
    }

    public override async Task<IReadOnlyList<Guid>> All(KosmopolitDb db, CancellationToken ct) =>
        await db.Members.OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(ct);

    public override async Task<IReadOnlyList<SearchEntry>> Read(KosmopolitDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var members = await db
            .Members.AsNoTracking()
            .AsSplitQuery()
            .Include(m => m.Markets)
            .Include(m => m.Languages)
            .Include(m => m.Memberships)
            .Where(m => ids.Contains(m.Id))
            .ToListAsync(ct);
        var roles = await db.FirmRoles.AsNoTracking().Where(r => r.EndedAt == null && ids.Contains(r.MemberId)).ToListAsync(ct);
        var firmIds = roles.Select(r => r.FirmId).Distinct().ToList();
        var firms = await db.Firms.AsNoTracking().Where(f => firmIds.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct);
        var parts = roles.Where(r => firms.ContainsKey(r.FirmId)).ToLookup(r => r.MemberId, r => (r, firms[r.FirmId]));
        return [.. members.SelectMany(m => PersonEntries.Of(m, [.. parts[m.Id]], names))];
    }
}
