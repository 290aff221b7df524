using System.Security.Claims;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Auth.Sessions;
using Kosmopolit.Platform.Auth.Tokens;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members;

/// <summary>Turns the session's account into <see cref="Me"/>: who this is today, not when they signed in.</summary>
public static class WhoAmI
{
    // One question for everything: it is asked on every click of every member.
    private static readonly Func<DbContext, Guid, Guid, DateTimeOffset, IAsyncEnumerable<Standing>> Standings = EF.CompileAsyncQuery(
        (DbContext db, Guid account, Guid session, DateTimeOffset now) =>
            // First, because the first part says how the database's instants are read.
            db.Set<Session>()
                .Where(s => s.Id == session && s.AccountId == account && s.EndedAt == null)
                .Select(s => new Standing
                {
                    Member = null,
                    Place = null,
                    Role = null,
                    Reads = null,
                    Session = s.Id,
                    Proved = s.ProvedAt,
                    Seen = s.SeenOn,
                    Unread = db.Set<Member>()
                        .Where(m => m.AccountId == account)
                        .Join(db.Set<Notice>().Where(n => n.ReadAt == null), m => m.Id, n => n.MemberId, (m, n) => n.Id)
                        .Count(),
                    Newest = db.Set<LoggedEvent>().Max(e => (long?)e.Position),
                })
                .Concat(
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
                                    Reads = m.Reads.Value,
                                    Session = null,
                                    Proved = null,
                                    Seen = null,
                                    Unread = 0,
                                    Newest = null,
                                }
                        )
                )
                .Concat(
                    db.Set<Mandate>()
                        .Where(m => m.AccountId == account && m.From <= now && (m.Until == null || m.Until > now))
                        .Select(m => new Standing
                        {
                            Member = null,
                            Place = m.Scope,
                            Role = m.Role,
                            Reads = null,
                            Session = null,
                            Proved = null,
                            Seen = null,
                            Unread = 0,
                            Newest = null,
                        })
                )
                .TagWith(ReadyStatements.Tag)
    );

    /// <summary>Loads the reader of a signed-in request; visitors cost nothing.</summary>
    public static async Task Middleware(HttpContext context, RequestDelegate next)
    {
        if (!Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var account))
        {
            await next(context);
            return;
        }
        var db = context.RequestServices.GetRequiredService<KosmopolitDb>();
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var (me, seen, newest) = await Ask(db, account, context.User.SessionId() ?? Guid.Empty, now);
        // A program comes with a token, which was asked for already, and has no session.
        var byToken = context.User.Identity?.AuthenticationType == TokenSignIn.Scheme;
        if (me.SessionId is null && !byToken)
        {
            await EndedSession.GoOn(context, next);
            return;
        }
        if (me.SessionId is { } session && seen < Session.Day(now))
            await Session.See(db, session, now);
        context.Features.Set(me);
        // A click that changes something asks again after the change.
        if (newest is { } position && HttpMethods.IsGet(context.Request.Method))
            context.RequestServices.GetRequiredService<NewestEvent>().Was(position);
        db.Actor = account;
        await next(context);
    }

    /// <summary>Somebody who may not be here at present.</summary>
    public static async Task<Me> Load(KosmopolitDb db, Guid account, DateTimeOffset now) => (await Ask(db, account, Guid.Empty, now)).Me;

    private static async Task<(Me Me, DateOnly? Seen, long? Newest)> Ask(KosmopolitDb db, Guid account, Guid session, DateTimeOffset now)
    {
        var me = new Me { AccountId = account };
        DateOnly? seen = null;
        long? newest = null;
        var networks = new List<Guid>();
        var mandates = new List<HeldMandate>();
        using var ready = ReadyStatements.Only(db);
        await foreach (var standing in Standings(db, account, session, now))
        {
            if (standing.Session is not null)
                (me, seen, newest) = (
                    me with
                    {
                        SessionId = standing.Session,
                        ProvedAt = standing.Proved,
                        Unread = standing.Unread,
                    },
                    standing.Seen,
                    standing.Newest
                );
            else if (standing.Role is { } role)
                mandates.Add(new HeldMandate(role, standing.Place));
            else if (standing.Member is not null)
            {
                me = me with
                {
                    MemberId = standing.Member,
                    Reads = (standing.Reads ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
                };
                networks.AddRange(standing.Place is { } network ? [network] : []);
            }
        }
        return (me with { Networks = networks, Mandates = mandates }, seen, newest);
    }

    /// <summary>
    /// A membership, or the absence of any, of the account's member; a mandate of the account; or the session that asks, as
    /// long as it holds.
    /// </summary>
    private sealed class Standing
    {
        public Guid? Member { get; init; }

        public Guid? Place { get; init; }

        public Role? Role { get; init; }

        public string? Reads { get; init; }

        public Guid? Session { get; init; }

        public DateTimeOffset? Proved { get; init; }

        public DateOnly? Seen { get; init; }

        public int Unread { get; init; }

        public long? Newest { get; init; }
    }
}
