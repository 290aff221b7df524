using Kosmopolit.Features.Members;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.World;

internal static class Deeds
{
    /// <summary>Does something as the product does for a request of this person, who is looked up afresh.</summary>
    public static async Task<T> By<T>(this House house, string email, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = house.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KosmopolitDb>();
        var normalized = Account.Normalise(email);
        var account = await db.Users.Where(a => a.NormalizedEmail == normalized).Select(a => a.Id).SingleAsync();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (context.Request.Scheme, context.Request.Host) = ("http", new HostString("localhost"));
        context.Features.Set(await WhoAmI.Load(db, account, house.Clock.GetUtcNow()));
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        db.Actor = account;
        return await work(scope.ServiceProvider);
    }
}
