using System.Security.Claims;
using System.Text.Encodings.Web;
using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Kosmopolit.Platform.Auth.Tokens;

/// <summary>Reads <c>Authorization: Bearer kpt_…</c>. It is asked on the API alone: no token ever opens a page.</summary>
public sealed class TokenSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory log,
    UrlEncoder encoder,
    KosmopolitDb db,
    TimeProvider clock
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public new const string Scheme = "token";

    /// <summary>Claim with the name of a <see cref="TokenScope"/>.</summary>
    public const string ScopeClaim = "scope";

    /// <summary>The scheme to ask instead of the session's cookie; null when no token was sent.</summary>
    internal static string? Instead(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") && context.Request.Headers.ContainsKey(HeaderNames.Authorization) ? Scheme : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        const string bearer = "Bearer ";
        var sent = Request.Headers.Authorization.ToString();
        if (!sent.StartsWith(bearer + AccessToken.Prefix, StringComparison.OrdinalIgnoreCase) || sent.Length > 200)
            return AuthenticateResult.NoResult();
        var hash = AccessToken.HashOf(sent[bearer.Length..].Trim());
        var now = clock.GetUtcNow();
        var token = await db.Set<AccessToken>()
            .AsNoTracking()
            .SingleOrDefaultAsync(t => t.Hash == hash && t.RevokedAt == null && t.ExpiresAt > now, Context.RequestAborted);
        if (token is null)
            return AuthenticateResult.Fail("unknown token");
        await NoteUse(token, DateOnly.FromDateTime(now.UtcDateTime));
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, token.AccountId.ToString()), new(ScopeClaim, token.Scope.ToString())],
            Scheme
        );
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    // Once a day, not on every request.
    private async Task NoteUse(AccessToken token, DateOnly today)
    {
        if (token.LastUsed < today || token.LastUsed is null)
            await db.Set<AccessToken>().Where(t => t.Id == token.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.LastUsed, today));
    }
}
