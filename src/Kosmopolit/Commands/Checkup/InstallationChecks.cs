using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Install;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Commands.Checkup;

internal static class InstallationChecks
{
    public static async Task<Finding> SetUp(Workbench bench, CancellationToken ct)
    {
        const string subject = "installation";
        var installation = await bench.Ask(db => db.Set<Installation>().AsNoTracking().SingleOrDefaultAsync(ct));
        if (installation is null)
            return Finding.Warn(subject, "not set up; open /setup with the code that the server prints when it starts");
        return installation.IsDemo
            ? Finding.Ok(subject, "the demonstration: every person and firm in it is invented")
            : Finding.Ok(subject, $"{installation.Name}, set up {installation.SetUpAt:yyyy-MM-dd}");
    }

    public static async Task<Finding> Operators(Workbench bench, CancellationToken ct)
    {
        const string subject = "operators";
        var now = bench.Now;
        var count = await bench.Ask(db =>
            db.Set<Mandate>().CountAsync(m => m.Role == Role.Operator && m.From <= now && (m.Until == null || m.Until > now), ct)
        );
        return count > 0
            ? Finding.Ok(subject, $"{count}")
            : Finding.Warn(subject, "none; appoint somebody with account make-operator EMAIL, or set the installation up");
    }
}
