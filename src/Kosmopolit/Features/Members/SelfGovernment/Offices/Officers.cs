using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Offices;

/// <summary>An office, and who holds it as far as the reader may know.</summary>
public sealed record Officer(Mandate Office, Signature By)
{
    public bool Holds(DateTimeOffset now) => Office.From <= now && (Office.Until is null || Office.Until > now);

    public bool IsComing(DateTimeOffset now) => Office.From > now;
}

/// <summary>Who runs a network, ran it, and will.</summary>
public sealed class Officers(KosmopolitDb db, Me me, Texts t)
{
    private static readonly Role[] Roles = [Role.Coordinator, Role.Deputy, Role.Guest, Role.Facilitator];

    /// <summary>All of a network, newest first, in two queries.</summary>
    public async Task<IReadOnlyList<Officer>> Of(Guid network, CancellationToken ct = default)
    {
        var offices = await db.Set<Mandate>()
            .Where(m => m.Scope == network && Roles.Contains(m.Role))
            .OrderByDescending(m => m.From)
            .ThenBy(m => m.Id)
            .AsNoTracking()
            .ToListAsync(ct);
        var signed = await SignaturesOf(offices, ct);
        return [.. offices.Select(o => new Officer(o, signed.GetValueOrDefault(o.AccountId) ?? Unknown(o)))];
    }

    /// <summary>Who holds each of these offices, by account, as far as the reader may know; those they may not know are not in it.</summary>
    public async Task<IReadOnlyDictionary<Guid, Signature>> SignaturesOf(IReadOnlyList<Mandate> offices, CancellationToken ct = default)
    {
        var accounts = offices.Select(o => (Guid?)o.AccountId).Distinct().ToList();
        var people = await db
            .Members.VisibleTo(me)
            .Where(s => accounts.Contains(s.Member.AccountId))
            .Select(s => new
            {
                s.Member.AccountId,
                s.Member.Slug,
                Name = s.Member.Name.Audience >= s.Distance ? s.Member.Name.Value : "",
            })
            .ToListAsync(ct);
        return people.ToDictionary(
            p => p.AccountId!.Value,
            p => new Signature(p.Name.Length > 0 ? p.Name : t["A member"], $"/people/{p.Slug}")
        );
    }

    private Signature Unknown(Mandate office) =>
        new(office.Role is Role.Facilitator or Role.Guest ? t["the trade council’s facilitator"] : t["A member"], null);
}
