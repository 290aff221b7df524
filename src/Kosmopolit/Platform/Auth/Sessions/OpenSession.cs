using System.Security.Claims;
using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Auth.Sessions;

/// <summary>Signs somebody in here: every way of signing in ends with this.</summary>
public sealed class OpenSession(KosmopolitDb db, SignInManager<Account> cookies, IHttpContextAccessor http, TimeProvider clock)
{
    public async Task Run(Account account, SignedInBy by, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var context = http.HttpContext!;
        var session = new Session(account.Id, by, Device.Of(context.Request.Headers.UserAgent), now);
        // Whoever signs in where somebody is signed in takes the place.
        if (context.User.SessionId() is { } before)
            (await db.Set<Session>().SingleOrDefaultAsync(s => s.Id == before, ct))?.End(now);
        db.Actor ??= account.Id;
        db.Add(session);
        await db.SaveChangesAsync(ct);
        await cookies.SignInWithClaimsAsync(
            account,
            new AuthenticationProperties { IsPersistent = true },
            [new Claim(SessionClaims.Session, session.Id.ToString())]
        );
        var old = Session.Day(now).AddDays(-Session.Kept);
        await db.Set<Session>().Where(s => s.SeenOn < old).ExecuteDeleteAsync(ct);
    }
}
