using System.Security.Claims;
using Kosmopolit.Platform.Language;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Kosmopolit.Platform.Auth;

/// <summary>What the session cookie carries: the account's id, its stamp and its language, nothing about the person.</summary>
public sealed class SessionClaims(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Account>
{
    public Task<ClaimsPrincipal> CreateAsync(Account user)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme);
        identity.AddClaim(new Claim(options.Value.ClaimsIdentity.UserIdClaimType, user.Id.ToString()));
        identity.AddClaim(new Claim(options.Value.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp ?? ""));
        identity.AddClaim(new Claim(LanguageChoice.Claim, user.Language));
        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}
