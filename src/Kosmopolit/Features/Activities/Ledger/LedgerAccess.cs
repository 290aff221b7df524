using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Activities.Ledger;

/// <summary>A firm's book is open to those who have a part in the firm today, and to nobody else.</summary>
public static class LedgerAccess
{
    public static IQueryable<LedgerEntry> VisibleTo(this IQueryable<LedgerEntry> entries, KosmopolitDb db, Me me)
    {
        var self = me.MemberId;
        return entries.Where(e =>
            self != null && db.Set<FirmRole>().Any(r => r.FirmId == e.FirmId && r.MemberId == self && r.EndedAt == null)
        );
    }
}
