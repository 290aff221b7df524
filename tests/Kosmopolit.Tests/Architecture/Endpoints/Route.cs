using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Architecture.Endpoints;

/// <summary>An address pattern of the running site and the methods that are tried on it.</summary>
internal sealed record Route(string Pattern, IReadOnlyList<string> Methods)
{
    private static readonly string[] Tried = ["GET", "POST", "PUT", "DELETE"];

    /// <summary>Every route of the site, assets apart: those are files that anyone may have.</summary>
    public static IReadOnlyList<Route> All(WebApplication site) =>
        [
            .. site
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                .GroupBy(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
                .Select(g => new Route(g.Key, [.. Tried.Where(m => g.Any(e => Takes(e, m)))]))
                .OrderBy(r => r.Pattern, StringComparer.Ordinal),
        ];

    private static bool Takes(RouteEndpoint endpoint, string method) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods
        || methods.HttpMethods.Contains(method);
}
