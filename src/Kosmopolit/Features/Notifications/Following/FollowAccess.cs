using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Knowledge;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Notifications.Following;

/// <summary>A followed thing as its reader may see it.</summary>
/// <param name="Path">Its page, from the root.</param>
public sealed record Followable(Followed What, string Name, string Path);

/// <summary>What this reader may follow, and what it is called for them. What they do not see cannot be followed.</summary>
public sealed class FollowAccess(KosmopolitDb db, Me me, Atlas atlas, Texts t)
{
    /// <summary>From an address: <c>country/IQ</c>, <c>topic/culture</c>, <c>question/…</c>, <c>person/slug</c>, <c>network/slug</c>, <c>activity/…</c>, <c>claim/…</c>.</summary>
    public async Task<Followable?> Find(string kind, string target, CancellationToken ct = default) =>
        kind.ToLowerInvariant() switch
        {
            "country" => Country(target),
            "topic" => Topic(target),
            "question" => Guid.TryParse(target, out var id) ? (await Questions([id], ct)).FirstOrDefault() : null,
            "person" => (await People(s => s.Member.Slug == target, ct)).FirstOrDefault(),
            "activity" => Guid.TryParse(target, out var activity) ? (await Activities([activity], ct)).FirstOrDefault() : null,
            "claim" => Guid.TryParse(target, out var claim) ? (await Claims([claim], ct)).FirstOrDefault() : null,
            "network" => (await Networks(n => n.Slug == target, ct)).FirstOrDefault(),
            _ => null,
        };

    /// <summary>Names of many at once; what the reader does not see any more is missing.</summary>
    public async Task<IReadOnlyDictionary<Followed, Followable>> Names(IReadOnlyCollection<Followed> all, CancellationToken ct = default)
    {
        var (questions, people, networks) = (Ids(all, FollowKind.Question), Ids(all, FollowKind.Person), Ids(all, FollowKind.Network));
        List<Followable?> found =
        [
            .. all.Where(f => f.Kind == FollowKind.Country).Select(f => Country(f.Target)),
            .. all.Where(f => f.Kind == FollowKind.Topic).Select(f => Topic(f.Target)),
            .. await Questions(questions, ct),
            .. await Activities(Ids(all, FollowKind.Activity), ct),
            .. await Claims(Ids(all, FollowKind.Claim), ct),
            .. await People(s => people.Contains(s.Member.Id), ct),
            .. await Networks(n => networks.Contains(n.Id), ct),
        ];
        return found.OfType<Followable>().DistinctBy(f => f.What).ToDictionary(f => f.What);
    }

    /// <summary>Whether a reader still sees the person they follow.</summary>
    public static Task<bool> SeesPerson(KosmopolitDb db, Me reader, Followed person, CancellationToken ct)
    {
        var id = Guid.ParseExact(person.Target, "N");
        return db.Members.VisibleTo(reader).AnyAsync(s => s.Member.Id == id, ct);
    }

    private static List<Guid> Ids(IEnumerable<Followed> all, FollowKind kind) =>
        [.. all.Where(f => f.Kind == kind).Select(f => Guid.ParseExact(f.Target, "N"))];

    private Followable? Country(string code)
    {
        var place = atlas.Country(code)?.Alpha2 ?? atlas.FormerState(code)?.Code;
        if (place is null)
            return null;
        var path = place.Length == 2 ? $"/countries/{place.ToLowerInvariant()}" : $"/questions?country={place}";
        return new(new(FollowKind.Country, place), atlas.PlaceName(place, t.Language.Tag), path);
    }

    private Followable? Topic(string key) =>
        KnowledgeTopics.Clean(key) is { Length: > 0 } topic
            ? new(new(FollowKind.Topic, topic), KnowledgeTopics.Name(topic, t), $"/questions?topic={topic}")
            : null;

    private async Task<List<Followable>> Questions(List<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
            return [];
        var rows = await db.Set<Question>().VisibleTo(me).Where(q => ids.Contains(q.Id)).Select(q => new { q.Id, q.Title }).ToListAsync(ct);
        return [.. rows.Select(q => new Followable(Followed.Row(FollowKind.Question, q.Id), q.Title, $"/questions/{q.Id}"))];
    }

    private async Task<List<Followable>> Activities(List<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
            return [];
        var rows = await db.Set<Activity>().HeldBy(me).Where(a => ids.Contains(a.Id)).AsNoTracking().ToListAsync(ct);
        return [.. rows.Select(a => new Followable(Followed.Row(FollowKind.Activity, a.Id), a.Title, a.Path()))];
    }

    private async Task<List<Followable>> Claims(List<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
            return [];
        var rows = await db.Set<Claim>()
            .VisibleTo(db, me)
            .Where(c => ids.Contains(c.Id))
            .Join(db.Set<Article>(), c => c.ArticleId, a => a.Id, (c, a) => new { c.Id, a.Title })
            .ToListAsync(ct);
        return [.. rows.Select(c => new Followable(Followed.Row(FollowKind.Claim, c.Id), c.Title, $"/claims/{c.Id}"))];
    }

    private async Task<List<Followable>> People(System.Linq.Expressions.Expression<Func<SeenMember, bool>> which, CancellationToken ct)
    {
        var rows = await db
            .Members.VisibleTo(me)
            .Where(which)
            .Where(s => s.Member.Id != me.MemberId)
            .Select(s => new
            {
                s.Member.Id,
                s.Member.Slug,
                Name = s.Member.Name.Audience >= s.Distance ? s.Member.Name.Value : "",
            })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(p => new Followable(
                Followed.Row(FollowKind.Person, p.Id),
                p.Name.Length > 0 ? p.Name : t["A member"],
                $"/people/{p.Slug}"
            )),
        ];
    }

    // Only one's own: a network's news are its members'.
    private async Task<List<Followable>> Networks(System.Linq.Expressions.Expression<Func<Network, bool>> which, CancellationToken ct)
    {
        var rows = await db
            .Networks.VisibleTo(me)
            .Where(which)
            .Where(n => me.Networks.Contains(n.Id))
            .OrderBy(n => n.Name)
            .Select(n => new
            {
                n.Id,
                n.Slug,
                n.Name,
            })
            .ToListAsync(ct);
        return [.. rows.Select(n => new Followable(Followed.Row(FollowKind.Network, n.Id), n.Name, $"/networks/{n.Slug}"))];
    }
}
