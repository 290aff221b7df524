using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Networks;

public static class WhoRunsNetworks
{
    /// <summary>The accounts that run a network at a moment: its coordinators, and until the handover its facilitator.</summary>
    public static IQueryable<Account> WhoRuns(this KosmopolitDb db, Network network, DateTimeOffset now)
    {
        var starting = network.Stage is Stage.Interest or Stage.StartUp;
        var offices = db.Set<Mandate>()
            .Where(m => m.Scope == network.Id && m.From <= now && (m.Until == null || m.Until > now))
            .Where(m => m.Role == Role.Coordinator || (starting && m.Role == Role.Facilitator));
        return db.Users.Where(a => offices.Any(m => m.AccountId == a.Id));
    }
}
