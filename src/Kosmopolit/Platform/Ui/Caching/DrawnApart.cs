using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Platform.Ui.Caching;

/// <summary>
/// Decides, before a shared page is looked for, whether this reader is drawn a page of their own: because it holds a form
/// for them, say. It is asked on every view and answers from memory.
/// </summary>
public abstract class DrawnApart
{
    public abstract ValueTask<bool> For(Me me, HttpContext context);

    /// <summary>That this request is drawn for its reader alone.</summary>
    internal sealed record Decided;

    internal static async Task Middleware(HttpContext context, RequestDelegate next)
    {
        if (
            context.Features.Get<Me>() is { } me
            && context.GetEndpoint()?.Metadata.GetMetadata<SameForCompanyAttribute>()?.Unless is { } unless
            && await ((DrawnApart)context.RequestServices.GetRequiredService(unless)).For(me, context)
        )
            context.Features.Set(new Decided());
        await next(context);
    }
}
