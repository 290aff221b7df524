using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Search.Index;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Search.Answering;

/// <summary>People, firms and networks by the beginning of their names, as far as this reader may know the names.</summary>
public sealed class NamesFinder(Look look, KosmopolitDb db)
{
    private static readonly string[] Named = [Kinds.Network, Kinds.Person, Kinds.Firm];

    /// <param name="typed">One or more words; the last may be unfinished.</param>
    public async Task<IReadOnlyList<Completion>> Beginning(string typed, Me me, int count, CancellationToken ct)
    {
        var found = look.Titled(typed, Named, me, count);
        var ids = found.Select(f => f.Id).OfType<Guid>().ToList();
        if (ids.Count == 0)
            return [];
        var people = await db
            .Members.VisibleTo(me)
            .Where(s => ids.Contains(s.Member.Id) && s.Member.Name.Audience >= s.Distance)
            .Select(s => new
            {
                s.Member.Id,
                s.Member.Slug,
                s.Member.Name.Value,
            })
            .ToDictionaryAsync(p => p.Id, p => (p.Slug, p.Value), ct);
        var firms = await db
            .Firms.VisibleTo(db.Memberships, me)
            .Where(s => ids.Contains(s.Firm.Id) && s.Firm.Name.Audience >= s.Distance)
            .Select(s => new
            {
                s.Firm.Id,
                s.Firm.Slug,
                s.Firm.Name.Value,
            })
            .ToDictionaryAsync(f => f.Id, f => (f.Slug, f.Value), ct);
        var networks = await db
            .Networks.VisibleTo(me)
            .Where(n => ids.Contains(n.Id))
            .Select(n => new
            {
                n.Id,
                n.Slug,
                n.Name,
            })
            .ToDictionaryAsync(n => n.Id, n => (n.Slug, n.Name), ct);
        return
        [
            .. found
                .Select(f =>
                {
                    var names = f.Kind switch
                    {
                        Kinds.Person => people,
                        Kinds.Firm => firms,
                        _ => networks,
                    };
                    return f.Id is { } id && names.TryGetValue(id, out var known) ? new Completion(f.Kind, known.Item1, known.Item2) : null;
                })
                .OfType<Completion>(),
        ];
    }
}
