using System.IO.Compression;
using System.Threading.RateLimiting;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Ui.Caching;
using Microsoft.AspNetCore.ResponseCompression;

namespace Kosmopolit.Platform.Ui;

public static class UiRoom
{
    /// <summary>Forms that one address may send in a minute without being signed in.</summary>
    public const int VisitorKnocks = 20;

    /// <summary>Forms that one signed-in person may send in a minute.</summary>
    public const int MemberKnocks = 120;

    /// <summary>Searches that one person, or one address, may make in a minute.</summary>
    public const int Questions = 240;

    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "kosmopolit-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddSingleton<Readiness>();
        services.AddSingleton<InstallationState>();
        services.AddSingleton<Freshness>();
        services.AddMemoryCache(o => o.SizeLimit = 32 * 1024 * 1024);
        services.AddHostedService<CacheKeeper>();
        services.AddOutputCache(o =>
        {
            o.SizeLimit = 48 * 1024 * 1024;
            o.MaximumBodySize = 512 * 1024;
            o.AddBasePolicy(new SharedPages());
        });
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
        var asks = context.Request.Path.StartsWithSegments("/search");
        if (!asks && !HttpMethods.IsPost(context.Request.Method))
            return RateLimitPartition.GetNoLimiter("");
        var person = context.User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)?.Value;
        var permits =
            asks ? Questions
            : person is null ? VisitorKnocks
            : MemberKnocks;
        var who = person ?? context.Connection.RemoteIpAddress?.ToString() ?? "";
        var limit = new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) };
        return RateLimitPartition.GetFixedWindowLimiter($"{(asks ? "asks" : "sends")} {who}", _ => limit);
    }
}
