using System.Security.Claims;
using Kosmopolit.Platform.Language;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Kosmopolit.Platform.Auth;

/// <summary>
/// What the session cookie carries: the account's id and its language, nothing about the person. Whoever opens a session
/// adds its id.
/// </summary>
public sealed class SessionClaims(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Account>
{
    /// <summary>The claim that carries the session's id.</summary>
    public const string Session = "session";

    public Task<ClaimsPrincipal> CreateAsync(Account user)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme);
        identity.AddClaim(new Claim(options.Value.ClaimsIdentity.UserIdClaimType, user.Id.ToString()));
        identity.AddClaim(new Claim(LanguageChoice.Claim, user.Language));
        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}

public static class SessionClaimsReading
{
    /// <summary>The session that the cookie names; whether it still holds is asked of the database.</summary>
    public static Guid? SessionId(this ClaimsPrincipal person) =>
        Guid.TryParse(person.FindFirstValue(SessionClaims.Session), out var id) ? id : null;
}
