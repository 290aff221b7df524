using Microsoft.AspNetCore.Components;

namespace Kosmopolit.Platform.Ui.Caching;

/// <summary>
/// Stands on a page behind a secret address, which no cache may keep, neither ours nor one on the way: what it shows is for
/// one person, and it is to be gone when the row is.
/// </summary>
public sealed class Unkept : ComponentBase
{
    [Inject]
    private IHttpContextAccessor Http { get; set; } = null!;

    protected override void OnInitialized()
    {
        if (Http.HttpContext is { Response.HasStarted: false } context)
            context.Response.Headers.CacheControl = "private, no-store";
    }
}
