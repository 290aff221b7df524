using System.Linq.Expressions;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.People;

/// <summary>Everything that one reader may see of one person: the same for the page, its preview, the API and the card.</summary>
public sealed record PersonPage(PersonView Person, IReadOnlyList<FirmView> Firms, IReadOnlyList<Network> Networks)
{
    /// <summary>Null when the reader may not find this person.</summary>
    /// <param name="who">Picks one member, by slug or id.</param>
    public static async Task<PersonPage?> Of(Expression<Func<Member, bool>> who, KosmopolitDb db, Me reader, CancellationToken ct = default)
    {
        if ((await db.Members.Where(who).VisibleTo(reader).ToViews(db, reader, ct)) is not [var person])
            return null;
        var firms = await db
            .Firms.VisibleTo(db.Memberships, reader)
            .Where(s => s.Firm.People.Any(r => r.MemberId == person.Id && r.EndedAt == null && r.Audience >= person.Distance))
            .ToViews(db, reader, ct);
        var networks = await db.Networks.VisibleTo(reader).Where(n => person.Networks.Contains(n.Id)).AsNoTracking().ToListAsync(ct);
        return new PersonPage(person, firms, networks);
    }
}
