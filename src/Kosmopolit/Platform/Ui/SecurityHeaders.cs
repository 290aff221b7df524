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
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        context.Response.OnStarting(KeepPrivate, context.Response);
        return next(context);
    }

    // Pages differ by reader and language; no cache between us and the reader may keep one for another. Assets, whose
    // names change with their content, have said so themselves.
    private static Task KeepPrivate(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        if (headers.CacheControl.Count > 0)
            return Task.CompletedTask;
        headers.CacheControl = "private, no-cache";
        headers.Vary = "Accept-Encoding, Accept-Language, Cookie";
        return Task.CompletedTask;
    }
}
