using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Trust.Leaving;

/// <summary>By what somebody is known in the tables.</summary>
/// <param name="Member">Null for accounts that belong to no member.</param>
/// <param name="Email">Their address; empty when there is none any more.</param>
/// <param name="Firms">Firms in which they have a part today.</param>
public sealed record Whom(Guid Account, Guid? Member, string Email, string NormalizedEmail, IReadOnlyList<Guid> Firms)
{
    /// <summary>Their sheets for business trips, by which what they meet there is known.</summary>
    public IReadOnlyList<Guid> Travels { get; init; } = [];

    /// <summary>Null for visitors.</summary>
    public static async Task<Whom?> Of(KosmopolitDb db, Me me, CancellationToken ct = default)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == me.AccountId, ct) is not { } account)
            return null;
        var firms = await db.FirmRoles.Where(r => r.MemberId == me.MemberId && r.EndedAt == null).Select(r => r.FirmId).ToListAsync(ct);
        var travels = await db.Set<Traveller>().Where(t => t.MemberId == me.MemberId).Select(t => t.Id).ToListAsync(ct);
        return new Whom(account.Id, me.MemberId, account.Email ?? "", account.NormalizedEmail ?? "", firms) { Travels = travels };
    }
}
