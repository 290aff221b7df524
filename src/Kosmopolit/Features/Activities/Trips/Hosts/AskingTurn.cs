using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Hosts;

internal static class AskingTurn
{
    /// <summary>Waits for its turn to ask somebody: their row stays locked until the transaction ends, so that trips that ask at once count each other.</summary>
    public static Task<int> TakeTurnToAsk(this KosmopolitDb db, Guid member, CancellationToken ct) =>
        db.Members.Where(m => m.Id == member).ExecuteUpdateAsync(s => s.SetProperty(m => m.AccountId, m => m.AccountId), ct);
}
