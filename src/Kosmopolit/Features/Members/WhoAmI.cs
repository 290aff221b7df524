using System.Security.Claims;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members;

/// <summary>Turns the session's account into <see cref="Me"/>: who this is today, not when they signed in.</summary>
public static class WhoAmI
{
    private static readonly Func<DbContext, Guid, DateTimeOffset, IAsyncEnumerable<Row>> Rows = EF.CompileAsyncQuery(
        (DbContext db, Guid account, DateTimeOffset now) =>
            db.Set<Member>()
                .Where(m => m.AccountId == account)
                .Select(m => new Row(m.Id, m.Memberships.Where(s => s.EndedAt == null).Select(s => s.NetworkId).ToList()))
    );

    private static readonly Func<DbContext, Guid, DateTimeOffset, IAsyncEnumerable<HeldMandate>> Held = EF.CompileAsyncQuery(
        (DbContext db, Guid account, DateTimeOffset now) =>
            db.Set<Mandate>()
                .Where(m => m.AccountId == account && m.From <= now && (m.Until == null || m.Until > now))
                .Select(m => new HeldMandate(m.Role, m.Scope))
    );

    /// <summary>Loads the reader of a signed-in request; visitors cost nothing.</summary>
    public static async Task Middleware(HttpContext context, RequestDelegate next)
    {
        if (Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var account))
        {
            var db = context.RequestServices.GetRequiredService<KosmopolitDb>();
            var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
            context.Features.Set(await Load(db, account, now));
            db.Actor = account;
        }
        await next(context);
    }

    public static async Task<Me> Load(KosmopolitDb db, Guid account, DateTimeOffset now)
    {
        Row? row = null;
        await foreach (var found in Rows(db, account, now))
            row = found;
        var mandates = new List<HeldMandate>();
        await foreach (var mandate in Held(db, account, now))
            mandates.Add(mandate);
        return new Me
        {
            AccountId = account,
            MemberId = row?.Member,
            Networks = row?.Networks ?? [],
            Mandates = mandates,
        };
    }

    private sealed record Row(Guid Member, List<Guid> Networks);
}
