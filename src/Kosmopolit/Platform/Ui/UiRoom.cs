using System.IO.Compression;
using System.Threading.RateLimiting;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Ui.Caching;
using Kosmopolit.Platform.Ui.Offline;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;

namespace Kosmopolit.Platform.Ui;

public static class UiRoom
{
    /// <summary>
    /// Forms that one address may send in a minute without being signed in: a meeting where everybody joins over the same
    /// Wi-Fi. What can be guessed has narrower limits of its own.
    /// </summary>
    public const int VisitorKnocks = 60;

    /// <summary>Forms that one signed-in person may send in a minute.</summary>
    public const int MemberKnocks = 120;

    /// <summary>Searches that one person, or one address, may make in a minute.</summary>
    public const int Questions = 240;

    /// <summary>Requests that one person, or one address, may send to the API in a minute.</summary>
    public const int Calls = 600;

    /// <summary>Boxes that one list of a form may hold: as many as an activity may have seats.</summary>
    public const int MostTicks = 5000;

    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        // Lists of people are ticked on one page; how long a form is in all, the door limits.
        services.AddRazorComponents(o => o.MaxFormMappingCollectionSize = MostTicks);
        services.Configure<FormOptions>(o => o.ValueCountLimit = 4 * MostTicks);
        services.AddScoped<InTurn>();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "kosmopolit-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddSingleton<Readiness>();
        services.AddSingleton<InstallationState>();
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<Freshness>();
        services.AddMemoryCache(o => o.SizeLimit = 32 * 1024 * 1024);
        services.AddSingleton<CacheKeeper>();
        services.AddHostedService(sp => sp.GetRequiredService<CacheKeeper>());
        services.AddOutputCache(o =>
        {
            o.SizeLimit = 48 * 1024 * 1024;
            o.MaximumBodySize = 512 * 1024;
        });
        // One policy for all requests: named by its type, it would be made anew for each.
        services.AddSingleton<SharedPages>();
        services.AddOptions<OutputCacheOptions>().Configure<SharedPages>((o, pages) => o.AddBasePolicy(pages));
        services.AddSingleton<KeptPages>();
        services.AddSingleton<Looks>();
        services.AddResponseCompression(o => o.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Knocks);
        });
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        return services;
    }

    public static void MapUi(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapFallback(
                "{**path}",
                context =>
                {
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    return Task.CompletedTask;
                }
            )
            .AllowAnonymous();
    }

    // Reading is free, but asking costs work and may be noted as a gap; both count per person, or per address.
    private static RateLimitPartition<string> Knocks(HttpContext context)
    {
        var (path, reads) = (context.Request.Path, SharedPages.IsReading(context.Request));
        var kind =
            path.StartsWithSegments("/api") ? (reads ? "calls" : "changes")
            : path.StartsWithSegments("/search") ? "asks"
            : reads ? ""
            : "sends";
        if (kind.Length == 0)
            return RateLimitPartition.GetNoLimiter("");
        var person = context.User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)?.Value;
        var permits = kind switch
        {
            "calls" => Calls,
            "asks" => Questions,
            _ => person is null ? VisitorKnocks : MemberKnocks,
        };
        var who = person ?? NetworkLimit.From(context.Connection.RemoteIpAddress);
        var limit = new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) };
        return RateLimitPartition.GetFixedWindowLimiter($"{kind} {who}", _ => limit);
    }
}
