using Kosmopolit.Platform.Language;

namespace Kosmopolit.Platform.Auth;

/// <summary>How roles are put into words.</summary>
public static class RoleWording
{
    public static string Name(Role role, Texts t) =>
        role switch
        {
            Role.Operator => t["operator of this installation"],
            Role.ProgrammeManager => t["programme manager"],
            Role.Facilitator => t["facilitator"],
            Role.Coordinator => t["coordinator"],
            Role.Adviser => t["adviser"],
            Role.Deputy => t["deputy"],
            Role.Guest => t["guest"],
            _ => role.ToString(),
        };
}
