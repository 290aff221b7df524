using Kosmopolit.Features.Members;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Notifications.Following;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Notifications;

/// <summary>
/// Follows the event log and writes a notice for everybody who wants to hear of what happened and may: nobody of their own
/// act, nobody of what they could not read.
/// </summary>
public sealed class NoticeKeeper(IEnumerable<NoticeSource> sources, TimeProvider clock) : Subscriber
{
    /// <summary>What is older when its event comes by is no news: an import, a restored backup, the demo's past.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    public override string Name => "notices";

    public override bool Wants(string kind) =>
        kind is nameof(MemberChanged) or nameof(MemberErased) || sources.Any(s => s.Kinds.Contains(kind));

    public override async Task Handle(KosmopolitDb db, LoggedEvent happened, CancellationToken ct)
    {
        // Whoever changed or left a network may have lost sight of what waits for them.
        if (happened.As<MemberChanged>() is { } changed)
            await Forget(db, changed.MemberId, ct);
        if (happened.As<MemberErased>() is { } erased)
            await Empty(db, erased.MemberId, ct);
        foreach (var source in sources.Where(s => s.Kinds.Contains(happened.Kind)))
        foreach (var news in await source.Of(db, happened, ct))
            if (news.At >= clock.GetUtcNow() - Fresh)
                await Tell(db, source, news, ct);
    }

    private async Task Tell(KosmopolitDb db, NoticeSource source, News news, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await Begin(db, news, now, ct);
        var wanted = await Wanted(db, news, ct);
        foreach (var (member, (because, pace)) in wanted.Where(w => w.Key != news.By && w.Value.Pace != Pace.Silent))
            if (await May(db, source, news, member, because, ct))
                db.Add(new Notice(member, news, because, now, NoticeClock.Due(pace, now)));
    }

    // Whoever took part hears how it goes on, until they say otherwise.
    private static async Task Begin(KosmopolitDb db, News news, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var (member, what) in news.Begins.Distinct())
        {
            // Whoever has left meanwhile wants to hear of nothing.
            if (!await db.Set<Member>().AnyAsync(m => m.Id == member && m.AccountId != null, ct))
                continue;
            var isKnown = await db.Set<Follow>().AnyAsync(f => f.MemberId == member && f.Kind == what.Kind && f.Target == what.Target, ct);
            if (!isKnown)
                db.Add(new Follow(member, what, Pace.AtOnce, now));
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Who wants to hear of it, because of what and how soon: the most particular thing that they follow decides.</summary>
    private static async Task<Dictionary<Guid, (Followed Because, Pace Pace)>> Wanted(KosmopolitDb db, News news, CancellationToken ct)
    {
        var wanted = new Dictionary<Guid, (Followed, Pace)>();
        foreach (var what in news.Follows)
        foreach (
            var follow in await db.Set<Follow>().Where(f => f.Kind == what.Kind && f.Target == what.Target).AsNoTracking().ToListAsync(ct)
        )
            wanted.TryAdd(follow.MemberId, (what, follow.Pace));
        if (news.Network is not { } network)
            return wanted;
        var chosen = Followed.Row(FollowKind.Network, network);
        var members = await db.Set<Membership>()
            .Where(m => m.NetworkId == network && m.EndedAt == null)
            .Select(m => new
            {
                m.MemberId,
                Pace = db.Set<Follow>()
                    .Where(f => f.MemberId == m.MemberId && f.Kind == chosen.Kind && f.Target == chosen.Target)
                    .Select(f => (Pace?)f.Pace)
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        foreach (var member in members)
            wanted.TryAdd(member.MemberId, (chosen, member.Pace ?? Follow.UsualForNetworks));
        return wanted;
    }

    private async Task<bool> May(KosmopolitDb db, NoticeSource source, News news, Guid member, Followed because, CancellationToken ct)
    {
        // Members of the network asked were found by their membership.
        if (because.Kind == FollowKind.Network || (news.IsPublic && because.Kind != FollowKind.Person))
            return true;
        if (await Reader(db, member, ct) is not { } reader)
            return false;
        if (because.Kind == FollowKind.Person && !await FollowAccess.SeesPerson(db, reader, because, ct))
            return false;
        return await source.MayRead(db, reader, news.Subject, ct);
    }

    private async Task<Me?> Reader(KosmopolitDb db, Guid member, CancellationToken ct)
    {
        var account = await db.Set<Member>().Where(m => m.Id == member).Select(m => m.AccountId).SingleOrDefaultAsync(ct);
        return account is { } id ? await WhoAmI.Load(db, id, clock.GetUtcNow()) : null;
    }

    // What was on its way to somebody, or to others about them, in the moment in which they left.
    private static async Task Empty(KosmopolitDb db, Guid member, CancellationToken ct)
    {
        await db.Set<Follow>().Where(f => f.MemberId == member).ExecuteDeleteAsync(ct);
        var self = member.ToString("N");
        await db.Set<Follow>().Where(f => f.Kind == FollowKind.Person && f.Target == self).ExecuteDeleteAsync(ct);
        await db.Set<Notice>()
            .Where(n => n.MemberId == member || (n.BecauseKind == FollowKind.Person && n.BecauseOf == self))
            .ExecuteDeleteAsync(ct);
    }

    // What they may no longer read neither waits nor counts.
    private async Task Forget(KosmopolitDb db, Guid member, CancellationToken ct)
    {
        var waiting = await db.Set<Notice>().Where(n => n.MemberId == member && n.ReadAt == null).ToListAsync(ct);
        if (waiting.Count == 0 || await Reader(db, member, ct) is not { } reader)
            return;
        foreach (var source in sources)
        {
            var own = waiting.Where(n => n.Source == source.Key).ToList();
            if (own.Count == 0)
                continue;
            var seen = await source.Read(db, reader, own, new Platform.Language.Texts(Platform.Language.ReaderLanguage.Swedish), ct);
            db.RemoveRange(own.Where(n => !seen.ContainsKey(n.Id)));
        }
    }
}
