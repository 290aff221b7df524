using Kosmopolit.Platform.Auth.Tokens;
using Kosmopolit.Platform.Language;
using Microsoft.AspNetCore.Antiforgery;

namespace Kosmopolit.Platform.Api;

/// <summary>
/// What stands before every write of the API. A session's cookie travels by itself, so a header that no foreign page can
/// set must come with it; an access token does not, but may be for reading only.
/// </summary>
public static class ApiGate
{
    /// <summary>Carries the token that <c>GET /api/v1/form-token</c> gives out.</summary>
    public const string Header = "RequestVerificationToken";

    public static async Task Middleware(HttpContext context, RequestDelegate next)
    {
        if (!context.IsApi() || IsReading(context.Request.Method) || await IsAllowed(context))
        {
            await next(context);
            return;
        }
        var t = context.RequestServices.GetRequiredService<Texts>();
        var why = IsToken(context)
            ? t["This access token is for reading only. Make one for writing on your page."]
            : t["Ask /api/v1/form-token for a token first and send it in the header {0}.", Header];
        await ApiProblems.Of(StatusCodes.Status403Forbidden, t, detail: why).ExecuteAsync(context);
    }

    private static bool IsReading(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsToken(HttpContext context) => context.User.Identity?.AuthenticationType == TokenSignIn.Scheme;

    // Whoever is not signed in was turned away by the policy already, unless the door is open to everyone.
    private static async Task<bool> IsAllowed(HttpContext context) =>
        context.User.Identity is not { IsAuthenticated: true }
        || (
            IsToken(context)
                ? context.User.HasClaim(TokenSignIn.ScopeClaim, nameof(TokenScope.Write))
                : await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)
        );
}
