using System.Globalization;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Language;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace Kosmopolit.Platform.Ui.Caching;

/// <summary>
/// Keeps whole pages, compressed, per address and language: every page for visitors, and for the signed-in those that
/// say they are the <see cref="SameForCompanyAttribute">same for a company</see> of readers, per company. Every page
/// that holds a form's token passes by.
/// </summary>
public sealed class SharedPages(Freshness freshness) : IOutputCachePolicy
{
    /// <summary>All pages kept; evicted when anything changed.</summary>
    public const string Tag = "pages";

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var company = context.HttpContext.Features.Get<Me>()?.Company;
        var open =
            IsReading(request)
            && (company is not null || !request.HasSession())
            && !request.Path.StartsWithSegments("/health")
            // Every question is its own page: they would push out the pages that many read, and hide gaps from being noted.
            && !request.Path.StartsWithSegments("/search")
            && !(request.QueryString.HasValue && !string.IsNullOrWhiteSpace(request.Query["q"]))
            // Browsers keep pictures themselves; here they would push out pages.
            && !request.Path.StartsWithSegments("/knowledge/pictures")
            && !request.Path.StartsWithSegments("/api")
            && !request.Path.StartsWithSegments("/dev");
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = open;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = TimeSpan.FromMinutes(10);
        if (!open)
            return;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["as"] = company is null ? As(context.HttpContext) : await As(context.HttpContext, company);
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        // A form's token belongs to one browser, also when that browser had its cookie already; the form says no-store.
        var isOwn =
            response.Headers.ContainsKey(HeaderNames.SetCookie)
            || response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal);
        if (response.StatusCode != StatusCodes.Status200OK || isOwn)
            context.AllowCacheStorage = false;
        context.Tags.Add(Tag);
        return ValueTask.CompletedTask;
    }

    // One value for all that tells readers apart, because each of them would be sorted and written anew on every click.
    private string As(HttpContext context)
    {
        // What is drawn while something changes is kept under the old count, where nobody looks any more.
        var version = freshness.Version.ToString(CultureInfo.InvariantCulture);
        return $"{version}\n{LanguageChoice.Of(context.Request).Language.Tag}\n{EncodingOf(context.Request)}";
    }

    private async ValueTask<string> As(HttpContext context, string company)
    {
        var same = context.GetEndpoint()?.Metadata.GetMetadata<SameForCompanyAttribute>();
        var reads = same is { ByReading: true } ? string.Join(' ', context.Features.Get<Me>()?.Reads ?? []) : "";
        var happened = same is { AtOnce: true } ? await context.RequestServices.GetRequiredService<NewestEvent>().Position() : 0;
        return string.Create(CultureInfo.InvariantCulture, $"{As(context)}\n{company}\n{reads}\n{happened}");
    }

    internal static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    internal static string EncodingOf(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br"
            : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip"
            : "";
    }
}
