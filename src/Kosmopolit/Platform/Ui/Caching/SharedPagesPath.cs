using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.Net.Http.Headers;

namespace Kosmopolit.Platform.Ui.Caching;

/// <summary>
/// The two places in a request's path where a kept page may answer it. Compression stands behind each of them: a page is
/// compressed once and kept so.
/// </summary>
public static class SharedPagesPath
{
    // A program with a token is somebody too.
    internal static bool HasSession(this HttpRequest request) =>
        (request.Headers.Cookie.Count > 0 && request.Cookies.ContainsKey(AuthRoom.SessionCookie))
        || request.Headers.ContainsKey(HeaderNames.Authorization);

    /// <summary>Early: whoever carries no session is a visitor, and no more needs to be known.</summary>
    public static void UseVisitorPages(this WebApplication app) =>
        app.UseWhen(context => !context.Request.HasSession(), visitors => visitors.UseOutputCache().UseResponseCompression());

    /// <summary>Late: after the reader is known and allowed to see the page.</summary>
    public static void UseCompanyPages(this WebApplication app)
    {
        app.UseWhen(context => !SharedPages.IsReading(context.Request), changing => changing.Use(OutdateAtOnce));
        app.Use(DrawnApart.Middleware);
        app.UseWhen(IsSameForCompany, company => company.Use(ForgetWho).UseOutputCache());
        app.UseWhen(context => context.Request.HasSession(), signedIn => signedIn.UseResponseCompression());
    }

    // Whoever changed something sees it on the page that follows; the others when the log is followed, within a second.
    private static Task OutdateAtOnce(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(async () =>
        {
            if (context.RequestServices.GetRequiredService<KosmopolitDb>().HasRecorded)
                await context.RequestServices.GetRequiredService<KeptPages>().Outdate(CancellationToken.None);
        });
        return next(context);
    }

    private static bool IsSameForCompany(HttpContext context) =>
        SharedPages.IsReading(context.Request)
        && context.Features.Get<Me>() is not null
        && context.Features.Get<DrawnApart.Decided>() is null
        && context.GetEndpoint()?.Metadata.GetMetadata<SameForCompanyAttribute>() is not null;

    // What is rendered next is kept for others: it cannot hold what only this person may see.
    private static Task ForgetWho(HttpContext context, RequestDelegate next)
    {
        context.Features.Set(context.Features.Get<Me>()!.AsAnyoneOfCompany());
        return next(context);
    }
}
