using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Travellers;

/// <summary>Somebody with a seat on a trip.</summary>
/// <param name="Key">Of the sign-up.</param>
/// <param name="Member">Null for a visitor.</param>
public sealed record Comer(Guid Key, Guid? Member, Signature By)
{
    /// <summary>The name kept apart from what stands around it, whatever its script.</summary>
    public string Name => $"\u2068{By.Name}\u2069";
}

/// <summary>Reads who comes along, for those who may know it. A visitor gave their name to the organisers alone.</summary>
public sealed class TripPeople(KosmopolitDb db, Me me, Signing signing, Texts t)
{
    /// <summary>In the order of signing up; several of one name are numbered.</summary>
    public async Task<IReadOnlyList<Comer>> Of(Activity trip, CancellationToken ct = default)
    {
        var rows = await db.Set<SignUp>()
            .Where(s => s.ActivityId == trip.Id && s.State == SignUpState.Coming)
            .OrderBy(s => s.At)
            .ThenBy(s => s.Id)
            .AsNoTracking()
            .ToListAsync(ct);
        var names = await signing.Members(rows.Select(r => r.MemberId).OfType<Guid>(), ct);
        var organises = me.CanOrganise(trip);
        var people = rows.Select(r => new Comer(
                r.Id,
                r.MemberId,
                r.MemberId is { } member ? names[member]
                    : organises ? new Signature(r.Name, null)
                    : new Signature(t["A visitor"], null)
            ))
            .ToList();
        var number = people
            .GroupBy(p => p.By.Name)
            .Where(g => g.Count() > 1)
            .SelectMany(g => g.Select((p, i) => (p.Key, Number: i + 1)))
            .ToDictionary(p => p.Key, p => p.Number);
        return
        [
            .. people.Select(p =>
                number.TryGetValue(p.Key, out var n) ? p with { By = p.By with { Name = t["{0} ({1})", p.By.Name, n] } } : p
            ),
        ];
    }
}
