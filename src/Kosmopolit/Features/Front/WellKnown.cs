using System.Net.Mime;
using System.Text;
using Kosmopolit.Platform.Install;

namespace Kosmopolit.Features.Front;

/// <summary>Small files that programs look for at fixed addresses.</summary>
public static class WellKnown
{
    /// <summary>RFC 9116 wants a date less than a year ahead; whoever runs an old version still answers for it.</summary>
    private static readonly TimeSpan ContactHolds = TimeSpan.FromDays(180);

    public static void MapWellKnown(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/.well-known/security.txt", SecurityText).AllowAnonymous();
        routes.MapGet("/.well-known/change-password", () => Results.Redirect("/me/sign-in/password")).AllowAnonymous();
        routes.MapGet("/robots.txt", (InstallationState state) => Plain(Robots(state.IsDemo))).AllowAnonymous();
        routes.MapGet("/app.webmanifest", () => Results.Text(Manifest, "application/manifest+json", Encoding.UTF8)).AllowAnonymous();
        routes.MapGet("/offline.js", () => Results.Text(OfflineWorker, MediaTypeNames.Text.JavaScript, Encoding.UTF8)).AllowAnonymous();
    }

    private static IResult SecurityText(IConfiguration settings, TimeProvider clock)
    {
        if (settings["Kosmopolit:SecurityContact"] is not { Length: > 0 } contact)
            return Results.NotFound();
        var uri = contact.Contains(':', StringComparison.Ordinal) ? contact : $"mailto:{contact}";
        var expires = clock.GetUtcNow().Date.Add(ContactHolds);
        var languages = settings["Kosmopolit:SecurityLanguages"] ?? "sv, en";
        return Plain($"Contact: {uri}\nExpires: {expires:yyyy-MM-dd}T00:00:00Z\nPreferred-Languages: {languages}\n");
    }

    // Invented people must not turn up beside real ones; real ones asked to be found here, not on the web at large.
    private static string Robots(bool isDemo) =>
        isDemo
            ? "User-agent: *\nDisallow: /\n"
            : "User-agent: *\nDisallow: /people\nDisallow: /search\nDisallow: /sign-in\nDisallow: /me\nDisallow: /setup\nDisallow: /offline\n";

    private const string Manifest = """
        {
          "name": "Kosmopolit",
          "short_name": "Kosmopolit",
          "id": "/",
          "start_url": "/",
          "display": "minimal-ui",
          "background_color": "#faf8f3",
          "theme_color": "#0a3542",
          "icons": [{ "src": "/icon.svg", "type": "image/svg+xml", "sizes": "any", "purpose": "any" }]
        }
        """;

    // A browser fetches the worker anew when this text differs: every build keeps its own offline page.
    private static readonly string OfflineWorker =
        $"const build = \"{typeof(WellKnown).Module.ModuleVersionId:N}\";\nimportScripts(\"/js/offline.js\");\n";

    private static IResult Plain(string text) => Results.Text(text, MediaTypeNames.Text.Plain, Encoding.UTF8);
}
