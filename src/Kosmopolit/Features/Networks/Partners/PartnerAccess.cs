using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Networks.Partners;

public static class PartnerAccess
{
    /// <summary>Operators and programme managers say which organisations there are.</summary>
    public static bool CanAddPartners(this Me me) => me.Is(Role.Operator) || me.Is(Role.ProgrammeManager);

    /// <summary>Its advisers tell about an organisation, as do those who may add one.</summary>
    public static bool CanEdit(this Me me, PartnerOrganisation organisation) => me.CanAnswerFor(organisation.Id) || me.CanAddPartners();

    /// <summary>An adviser of the organisation says yes or no for it.</summary>
    public static bool CanAnswerFor(this Me me, Guid organisation) => me.Is(Role.Adviser, organisation);
}
