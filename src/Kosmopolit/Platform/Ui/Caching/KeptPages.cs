using System.Collections.Concurrent;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace Kosmopolit.Platform.Ui.Caching;

/// <summary>
/// Lays the visitors' front page into the data folder, in every language and compression it was asked for: the next start
/// shows it at once, while the house is still being built behind it. Whatever happens throws it away.
/// </summary>
public sealed class KeptPages(DataFolder folder, Freshness freshness, IOutputCacheStore drawn, TimeProvider clock)
{
    private const int Most = 24;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<string, KeptPage> _pages = new();
    private volatile bool _changed;
    private long _laidDown = -1;

    /// <summary>Copies what a visitor is answered, the first time.</summary>
    public Task Keep(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        return request.Path != "/" || !HttpMethods.IsGet(request.Method) || request.HasSession() || _pages.Count >= Most
            ? next(context)
            : Copy(context, next, KeptPage.KeyOf(request));
    }

    /// <summary>Goes on with what the last run laid down and nothing has outdated: a restart soon after this one shows it again.</summary>
    public void Resume()
    {
        foreach (var page in new PagesFile(folder).Read(clock.GetUtcNow()))
            _pages[page.Key] = page with { Version = freshness.Rows };
    }

    /// <summary>Something happened: whatever was drawn before it is shown no more.</summary>
    public ValueTask Outdate(CancellationToken ct)
    {
        freshness.StepForward();
        return drawn.EvictByTagAsync(SharedPages.Tag, ct);
    }

    /// <summary>Writes the file when the pages changed since the last time, or something happened that outdates them.</summary>
    /// <param name="place">End of the log at a moment after which nothing had happened.</param>
    public void LayDown(LogPlace place)
    {
        var version = freshness.Rows;
        if (!_changed && _laidDown == version)
            return;
        (_changed, _laidDown) = (false, version);
        foreach (var old in _pages.Values.Where(p => p.Version != version))
            _pages.TryRemove(old.Key, out _);
        new PagesFile(folder).Write(place, [.. _pages.Values]);
    }

    private async Task Copy(HttpContext context, RequestDelegate next, string key)
    {
        if (_pages.TryGetValue(key, out var kept) && kept.Until > clock.GetUtcNow())
        {
            await next(context);
            return;
        }
        var (version, body, copy) = (freshness.Rows, context.Response.Body, new MemoryStream());
        context.Response.Body = copy;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }
        copy.Position = 0;
        await copy.CopyToAsync(body, context.RequestAborted);
        // Only now: the last headers are set when the answer begins to leave.
        if (context.Response.StatusCode == StatusCodes.Status200OK && context.Response.Headers.SetCookie.Count == 0)
        {
            var headers = context.Response.Headers.Where(IsOfPage).Select(h => KeyValuePair.Create(h.Key, h.Value.ToString()));
            _pages[key] = new KeptPage(key, clock.GetUtcNow() + Lifetime, [.. headers], copy.ToArray()) { Version = version };
            _changed = true;
        }
    }

    private static bool IsOfPage(KeyValuePair<string, StringValues> header) =>
        header.Key is not ("Date" or "Server" or "Age" or "Content-Length" or "Transfer-Encoding" or "Connection");
}
