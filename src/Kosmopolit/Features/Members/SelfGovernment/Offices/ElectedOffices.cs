using Kosmopolit.Features.Members.StartUp.Powers;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Members.SelfGovernment.Offices;

public static class ElectedOffices
{
    /// <summary>Coordinators' terms in a network; an operator who broke the glass for some hours holds none.</summary>
    public static IQueryable<Mandate> Elected(this IQueryable<Mandate> mandates, KosmopolitDb db, Guid network) =>
        mandates.Where(m => m.Scope == network && m.Role == Role.Coordinator && !db.Set<BrokenGlass>().Any(g => g.MandateId == m.Id));
}
