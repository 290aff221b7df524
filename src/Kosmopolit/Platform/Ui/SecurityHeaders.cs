namespace Kosmopolit.Platform.Ui;

/// <summary>
/// Headers that every answer carries. No inline script or style exists anywhere, so the policy needs no nonces and
/// pages can be cached as they are.
/// </summary>
public static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; "
        + "worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static Task Middleware(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(Say, context);
        return next(context);
    }

    // Last of all: a page that is kept is kept without them, and a fault that clears the answer does not take them away.
    private static Task Say(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        // What is shown alone, such as a picture, may have said something stricter.
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        KeepPrivate(headers);
        return Task.CompletedTask;
    }

    // Pages differ by reader and language; no cache between us and the reader may keep one for another. Assets, whose
    // names change with their content, have said so themselves.
    private static void KeepPrivate(IHeaderDictionary headers)
    {
        if (headers.CacheControl.Count > 0)
            return;
        headers.CacheControl = "private, no-cache";
        headers.Vary = "Accept-Encoding, Accept-Language, Cookie";
    }
}
