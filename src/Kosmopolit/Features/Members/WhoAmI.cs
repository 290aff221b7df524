using System.Security.Claims;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members;

/// <summary>Turns the session's account into <see cref="Me"/>: who this is today, not when they signed in.</summary>
public static class WhoAmI
{
    // One question for everything: it is asked on every click of every member.
    private static readonly Func<DbContext, Guid, DateTimeOffset, IAsyncEnumerable<Standing>> Standings = EF.CompileAsyncQuery(
        (DbContext db, Guid account, DateTimeOffset now) =>
            db.Set<Member>()
                .Where(m => m.AccountId == account)
                .SelectMany(
                    m => m.Memberships.Where(s => s.EndedAt == null).DefaultIfEmpty(),
                    (m, s) =>
                        new Standing
                        {
                            Member = m.Id,
                            Place = s!.NetworkId,
                            Role = null,
                        }
                )
                .Concat(
                    db.Set<Mandate>()
                        .Where(m => m.AccountId == account && m.From <= now && (m.Until == null || m.Until > now))
                        .Select(m => new Standing
                        {
                            Member = null,
                            Place = m.Scope,
                            Role = m.Role,
                        })
                )
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
        Guid? member = null;
        var networks = new List<Guid>();
        var mandates = new List<HeldMandate>();
        await foreach (var standing in Standings(db, account, now))
        {
            member ??= standing.Member;
            if (standing.Role is { } role)
                mandates.Add(new HeldMandate(role, standing.Place));
            else if (standing.Place is { } network)
                networks.Add(network);
        }
        return new Me
        {
            AccountId = account,
            MemberId = member,
            Networks = networks,
            Mandates = mandates,
        };
    }

    /// <summary>A membership, or the absence of any, of the account's member; or a mandate of the account.</summary>
    private sealed class Standing
    {
        public Guid? Member { get; init; }

        public Guid? Place { get; init; }

        public Role? Role { get; init; }
    }
}
