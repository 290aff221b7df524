using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Setup.Offices;

internal static class OfficeWording
{
    public static string Name(Office office, Texts t) =>
        office.Scope is { } scope ? t["{0}: {1}", RoleWording.Name(office.Role, t), scope] : RoleWording.Name(office.Role, t);
}
