using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Partners;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Setup.Offices;

/// <param name="Key">As it stands in the form: <c>operator</c>, <c>manager</c>, <c>facilitator/{slug}</c>, <c>adviser/{slug}</c>.</param>
/// <param name="Scope">Name of the network or organisation; null for the whole installation.</param>
public sealed record Office(string Key, Role Role, Guid? ScopeId, string? Scope);

/// <param name="Email">Address of whoever holds it.</param>
public sealed record HeldOffice(Guid Mandate, Guid Account, Office Office, string Email, DateTimeOffset Since, string Reason);

/// <summary>Which offices an operator may give, and who holds them today.</summary>
public sealed class OfficeBook(KosmopolitDb db, TimeProvider clock)
{
    public Task<IReadOnlyList<Office>> Offices(CancellationToken ct = default) => All(db, ct);

    /// <summary>Null when nobody is given that office any more.</summary>
    public static async Task<Office?> Find(KosmopolitDb db, Role role, Guid? scope, CancellationToken ct) =>
        (await All(db, ct)).FirstOrDefault(o => o.Role == role && o.ScopeId == scope);

    private static async Task<IReadOnlyList<Office>> All(KosmopolitDb db, CancellationToken ct)
    {
        var networks = await db
            .Networks.VisibleTo(Me.Visitor)
            .Where(n => n.Stage == Stage.Interest || n.Stage == Stage.StartUp)
            .OrderBy(n => n.Name)
            .Select(n => new Office($"facilitator/{n.Slug}", Role.Facilitator, n.Id, n.Name))
            .ToListAsync(ct);
        var partners = await db
            .Partners.OrderBy(p => p.Name)
            .Select(p => new Office($"adviser/{p.Slug}", Role.Adviser, p.Id, p.Name))
            .ToListAsync(ct);
        return
        [
            .. networks,
            new Office("manager", Role.ProgrammeManager, null, null),
            .. partners,
            new Office("operator", Role.Operator, null, null),
        ];
    }

    public async Task<IReadOnlyList<HeldOffice>> Held(CancellationToken ct = default)
    {
        var (now, offices) = (clock.GetUtcNow(), await Offices(ct));
        var rows = await db.Set<Mandate>()
            .Where(m => OfficeAccess.Given.Contains(m.Role) && m.From <= now && (m.Until == null || m.Until > now))
            .Join(db.Users, m => m.AccountId, a => a.Id, (m, a) => new { Mandate = m, a.Email })
            .AsNoTracking()
            .ToListAsync(ct);
        return
        [
            .. from row in rows
            let office = offices.FirstOrDefault(o => o.Role == row.Mandate.Role && o.ScopeId == row.Mandate.Scope)
            where office is not null
            orderby row.Mandate.Role, office.Scope, row.Mandate.From
            select new HeldOffice(row.Mandate.Id, row.Mandate.AccountId, office, row.Email!, row.Mandate.From, row.Mandate.Reason),
        ];
    }
}
