using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Ui.Caching;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Listing;

/// <summary>A person on a network's list, with the firms that the reader may know of.</summary>
public sealed record ListedMember(PersonView Person, IReadOnlyList<FirmView> Firms);

/// <summary>One page of a network's list.</summary>
/// <param name="Shown">How many people the reader may find on the whole list.</param>
public sealed record MemberListPage(IReadOnlyList<ListedMember> People, int Shown);

/// <summary>The members of a network whom a reader may find, and only as far as each of them shows that they belong to it.</summary>
public sealed class MemberList(KosmopolitDb db, Remembered remembered, NewestEvent newest)
{
    public const int PerPage = 30;

    /// <summary>
    /// Remembered for everyone who sees the same of others, until anything happens: whoever leaves or hides is gone at
    /// once, not within a second as on other pages. Whoever hides from all does not find themselves either.
    /// </summary>
    /// <param name="page">From 1; beyond the end it is empty.</param>
    public async Task<MemberListPage> Page(Network network, Me reader, int page, CancellationToken ct = default)
    {
        var last = await newest.Position();
        return await remembered.For(
            reader,
            $"members-{network.Id}-{page}-{last}",
            PerPage * 5,
            async who =>
            {
                var seen = Seen(network, who);
                var shown = await seen.CountAsync(ct);
                return new MemberListPage(await Read(InOrder(seen).Skip((page - 1) * PerPage).Take(PerPage), who, ct), shown);
            }
        );
    }

    /// <summary>Everybody whom the reader may find, for a sheet.</summary>
    public Task<List<ListedMember>> All(Network network, Me reader, CancellationToken ct = default) =>
        Read(InOrder(Seen(network, reader)), reader, ct);

    private IQueryable<SeenMember> Seen(Network network, Me reader) =>
        db
            .Members.VisibleTo(reader)
            .Where(s => s.Member.Memberships.Any(m => m.NetworkId == network.Id && m.EndedAt == null && m.Audience >= s.Distance));

    // By name, where it is shown; a hidden name must not show through the place in the list.
    private static IQueryable<SeenMember> InOrder(IQueryable<SeenMember> seen) =>
        seen.OrderBy(s => s.Member.Name.Audience >= s.Distance && s.Member.Name.Value != "" ? 0 : 1)
            .ThenBy(s => s.Member.Name.Audience >= s.Distance ? s.Member.Name.Value : "")
            .ThenBy(s => s.Member.Slug);

    private async Task<List<ListedMember>> Read(IQueryable<SeenMember> seen, Me reader, CancellationToken ct)
    {
        var people = await seen.ToViews(db, reader, ct);
        var ids = people.Select(p => p.Id).ToList();
        var firms = await db
            .Firms.Where(f => f.People.Any(r => r.EndedAt == null && ids.Contains(r.MemberId)))
            .VisibleTo(db.Memberships, reader)
            .ToViews(db, reader, ct);
        var parts = firms.SelectMany(f => f.People, (f, p) => (p.MemberId, Firm: f)).ToLookup(x => x.MemberId, x => x.Firm);
        return [.. people.Select(p => new ListedMember(p, [.. parts[p.Id]]))];
    }
}
