using Kosmopolit.Platform.Auth;
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
    public static async Task SignIn(this Reader reader, string email)
    {
        await using var scope = reader.House.App.Services.CreateAsyncScope();
        var normalized = Account.Normalise(email);
        var account = await reader.House.Ask(db => db.Users.SingleAsync(a => a.NormalizedEmail == normalized));
        var person = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
        var now = reader.House.Clock.GetUtcNow();
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
