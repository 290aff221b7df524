using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Setup.Offices;

public static class OfficeAccess
{
    /// <summary>Offices that an operator gives and takes: members elect the others, and no operator touches those.</summary>
    public static readonly IReadOnlyList<Role> Given = [Role.Operator, Role.ProgrammeManager, Role.Facilitator, Role.Adviser];

    public static bool CanGiveOffices(this Me me) => me.Is(Role.Operator);

    /// <summary>A facilitator guides until the handover; nobody is sent into a network that has become its members' own.</summary>
    public static bool TakesFacilitator(this Network network) => network.Stage is Stage.Interest or Stage.StartUp;
}
