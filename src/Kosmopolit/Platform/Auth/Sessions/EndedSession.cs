using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Kosmopolit.Platform.Auth.Sessions;

/// <summary>A request whose cookie is good but whose session was ended elsewhere: from here on it is a visitor's.</summary>
public static class EndedSession
{
    public static async Task GoOn(HttpContext context, RequestDelegate next)
    {
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        context.User = new ClaimsPrincipal(new ClaimsIdentity());
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            await next(context);
        else
            await context.ChallengeAsync(IdentityConstants.ApplicationScheme);
    }
}
