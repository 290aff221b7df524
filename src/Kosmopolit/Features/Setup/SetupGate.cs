using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;

namespace Kosmopolit.Features.Setup;

/// <summary>Leads every page of an installation that is not set up to the page that does it.</summary>
public static class SetupGate
{
    public static async Task Middleware(HttpContext context, RequestDelegate next)
    {
        var state = context.RequestServices.GetRequiredService<InstallationState>();
        if (
            state.IsSetUp
            || IsOpen(context)
            || await state.Refresh(context.RequestServices.GetRequiredService<KosmopolitDb>(), context.RequestAborted)
        )
        {
            await next(context);
            return;
        }
        context.Response.Redirect("/setup");
    }

    // Assets, health and the set-up page itself.
    private static bool IsOpen(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/setup")
        || context.Request.Path.StartsWithSegments("/health")
        || Path.HasExtension(context.Request.Path);

    /// <summary>Tells the operator, in the log, where to go and with which code.</summary>
    public static void Announce(WebApplication app)
    {
        if (app.Services.GetRequiredService<InstallationState>().IsSetUp)
            return;
        var code = app.Services.GetRequiredService<SetupCode>().Text;
        Console.WriteLine($"This installation is empty. Open {app.Urls.FirstOrDefault() ?? ""}/setup and write the set-up code {code}");
    }
}
