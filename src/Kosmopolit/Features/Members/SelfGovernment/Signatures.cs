using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment;

/// <summary>How somebody signs what they say and vote, as far as this reader may know.</summary>
/// <param name="Path">Their page; null when the reader may not find it.</param>
public sealed record Signature(string Name, string? Path);

/// <summary>Signatures by the key of a member or firm; whoever is hidden is "a member".</summary>
public sealed class Signatures(IReadOnlyDictionary<Guid, Signature> known, Signature unknown)
{
    public Signature this[Guid? key] => key is { } k && known.TryGetValue(k, out var signature) ? signature : unknown;
}

/// <summary>Looks signatures up, all of a page in one query.</summary>
public sealed class Signing(KosmopolitDb db, Me me, Texts t)
{
    public async Task<Signatures> Members(IEnumerable<Guid> members, CancellationToken ct = default)
    {
        var ids = members.Distinct().ToList();
        var rows = await db
            .Members.VisibleTo(me)
            .Where(s => ids.Contains(s.Member.Id))
            .Select(s => new
            {
                s.Member.Id,
                s.Member.Slug,
                Name = s.Member.Name.Audience >= s.Distance ? s.Member.Name.Value : "",
            })
            .ToListAsync(ct);
        return new(
            rows.ToDictionary(r => r.Id, r => new Signature(r.Name.Length > 0 ? r.Name : t["A member"], $"/people/{r.Slug}")),
            new(t["A member"], null)
        );
    }

    public async Task<Signatures> Firms(IEnumerable<Guid> firms, CancellationToken ct = default)
    {
        var ids = firms.Distinct().ToList();
        var rows = await db
            .Firms.VisibleTo(db.Memberships, me)
            .Where(s => ids.Contains(s.Firm.Id))
            .Select(s => new
            {
                s.Firm.Id,
                s.Firm.Slug,
                Name = s.Firm.Name.Audience >= s.Distance ? s.Firm.Name.Value : "",
            })
            .ToListAsync(ct);
        return new(
            rows.ToDictionary(r => r.Id, r => new Signature(r.Name.Length > 0 ? r.Name : t["A firm"], $"/firms/{r.Slug}")),
            new(t["A firm"], null)
        );
    }

    /// <summary>Members or firms, as the ballot's terms say.</summary>
    public Task<Signatures> Voters(VotePer per, IEnumerable<Guid> voters, CancellationToken ct = default) =>
        per == VotePer.Firm ? Firms(voters, ct) : Members(voters, ct);
}
