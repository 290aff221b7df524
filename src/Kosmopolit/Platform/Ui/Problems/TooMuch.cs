using Microsoft.AspNetCore.Http.Features;

namespace Kosmopolit.Platform.Ui.Problems;

/// <summary>
/// Lets a browser finish sending a form that is too large. Without it the line is cut in the middle, and the browser
/// tells of a lost connection instead of showing the page that says what to do.
/// </summary>
public static class TooMuch
{
    /// <summary>Bytes that are listened to and thrown away; whoever sends more is cut off.</summary>
    private const long Patience = 16_000_000;

    public static async Task Middleware(HttpContext context, RequestDelegate next)
    {
        var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (limit is not { IsReadOnly: false, MaxRequestBodySize: { } most } || !(context.Request.ContentLength > most))
        {
            await next(context);
            return;
        }
        if (context.Request.ContentLength <= Patience)
        {
            limit.MaxRequestBodySize = Patience;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }
}
