using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.StartUp.Powers;

/// <summary>Writes down, before it happens, whatever guests and operators with broken glass do on a network's pages.</summary>
public static class PowerLog
{
    public static async Task Middleware(HttpContext context, RequestDelegate next)
    {
        if (
            context.Features.Get<Me>() is { AccountId: { } account } me
            && context.Request.Path.Value is { } path
            && path.Split('/') is ["", "networks", var slug, ..]
            && me.Mandates.Any(m => m.Scope is not null && (m.Role == Role.Guest || (m.Role == Role.Coordinator && me.Is(Role.Operator))))
        )
            await Note(context, me, account, slug, path);
        await next(context);
    }

    private static async Task Note(HttpContext context, Me me, Guid account, string slug, string path)
    {
        var db = context.RequestServices.GetRequiredService<KosmopolitDb>();
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var network = await db.Networks.VisibleTo(me).Where(n => n.Slug == slug).Select(n => (Guid?)n.Id).SingleOrDefaultAsync();
        if (network is not { } id)
            return;
        var glass = await db.Set<BrokenGlass>().AnyAsync(g => g.NetworkId == id && g.AccountId == account && g.Until > now);
        if (!glass && !me.Is(Role.Guest, id))
            return;
        var wrote = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);
        db.Add(new PowerUse(id, account, glass ? Role.Operator : Role.Guest, wrote, path, now));
        await db.SaveChangesAsync();
    }
}
