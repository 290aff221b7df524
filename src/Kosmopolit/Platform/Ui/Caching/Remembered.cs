using Kosmopolit.Platform.Auth;
using Microsoft.Extensions.Caching.Memory;

namespace Kosmopolit.Platform.Ui.Caching;

/// <summary>
/// Answers that are the same for everyone in one company of readers, kept until something changes. The query inside
/// still hides what that company may not see: the cache only saves asking twice.
/// </summary>
public sealed class Remembered(IMemoryCache cache, Freshness freshness)
{
    /// <param name="what">Name of the answer, with every argument it depends on besides the company.</param>
    /// <param name="rows">About how many rows the answer holds; large answers push out small ones.</param>
    /// <param name="ask">
    /// Asks for the company, which is never the person: nobody's own hidden fields are kept, and nothing that only
    /// somebody's mandate shows.
    /// </param>
    public async Task<T> For<T>(Me me, string what, int rows, Func<Me, Task<T>> ask)
        where T : class
    {
        var key = (what, me.Company, freshness.Version);
        if (cache.TryGetValue(key, out T? known))
            return known!;
        var answer = await ask(me.AsAnyoneOfCompany());
        return cache.Set(
            key,
            answer,
            new MemoryCacheEntryOptions { Size = 500 + rows * 400L, SlidingExpiration = TimeSpan.FromMinutes(20) }
        );
    }
}
