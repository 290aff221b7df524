using System.Security.Claims;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Auth.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kosmopolit.Tests.World;

/// <summary>Signs readers in without walking through the pages; those have tests of their own.</summary>
internal static class Sessions
{
    /// <summary>Gives the reader the session cookie that signing in would have set.</summary>
    /// <param name="by">Through a service, it is no proof for verbs that need one.</param>
    public static async Task SignIn(this Reader reader, string email, SignedInBy by = SignedInBy.Code)
    {
        await using var scope = reader.House.App.Services.CreateAsyncScope();
        var normalized = Account.Normalise(email);
        var account = await reader.House.Ask(db => db.Users.SingleAsync(a => a.NormalizedEmail == normalized));
        var person = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
        var now = reader.House.Clock.GetUtcNow();
        var session = new Session(account.Id, by, "Firefox · Linux", now);
        await reader.House.Store(session);
        ((ClaimsIdentity)person.Identity!).AddClaim(new Claim(SessionClaims.Session, session.Id.ToString()));
        var lasts = new AuthenticationProperties
        {
            IssuedUtc = now,
            ExpiresUtc = now.AddDays(30),
            IsPersistent = true,
        };
        var ticket = new AuthenticationTicket(person, lasts, IdentityConstants.ApplicationScheme);
        var cookies = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>();
        reader.Cookies[AuthRoom.SessionCookie] = cookies.Get(IdentityConstants.ApplicationScheme).TicketDataFormat.Protect(ticket);
    }
}
