using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Offices;

/// <summary>Gives somebody an office for a time that touches none they already have; the caller saves.</summary>
public sealed class GiveOffice(KosmopolitDb db)
{
    /// <param name="office">Which office, where, from when until when.</param>
    public async Task<Refusal?> Run(Guid account, Term office, string why, CancellationToken ct)
    {
        if (office.Until <= office.From)
            return new Refusal("A term must end after it begins.");
        if (await Overlaps(account, office, ct))
            return new Refusal("This person holds the office at that time already. A term cannot overlap itself.");
        db.Add(new Mandate(account, office.Role, office.Network, office.From, why, office.Until));
        return null;
    }

    /// <summary>
    /// A new term after an election: it begins now, or the day the running one ends; a running one without an end ends now.
    /// </summary>
    public async Task<Refusal?> Elect(Guid member, Term office, string why, CancellationToken ct)
    {
        var account = await db.Set<Member>().Where(m => m.Id == member).Select(m => m.AccountId).SingleOrDefaultAsync(ct);
        if (account is not { } holder)
            return new Refusal("The person who was chosen is no longer here.");
        var held = await Held(holder, office).ToListAsync(ct);
        foreach (var endless in held.Where(m => m.Until is null))
            endless.End(office.From);
        var length = office.Until - office.From;
        var latest = held.Select(m => m.Until).Where(u => u > office.From).Max();
        var from = latest ?? office.From;
        return await Run(holder, office with { From = from, Until = from + length }, why, ct);
    }

    private async Task<bool> Overlaps(Guid account, Term office, CancellationToken ct)
    {
        await Held(account, office).LoadAsync(ct);
        // What was just ended or given in this unit of work counts as well.
        return db.Set<Mandate>()
            .Local.Any(m =>
                m.AccountId == account
                && m.Role == office.Role
                && m.Scope == office.Network
                && (m.Until is null || m.Until > office.From)
                && m.From < office.Until
            );
    }

    private IQueryable<Mandate> Held(Guid account, Term office) =>
        db.Set<Mandate>()
            .Where(m =>
                m.AccountId == account && m.Role == office.Role && m.Scope == office.Network && (m.Until == null || m.Until > office.From)
            );
}

/// <summary>An office in a network from one moment to another.</summary>
public sealed record Term(Guid Network, Role Role, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>The longest time for which a caretaker or guest is let in at once.</summary>
    public const int MostMonths = 6;

    /// <summary>How long a deputy who stepped in holds the office: time enough for an election.</summary>
    public static readonly TimeSpan SteppedIn = TimeSpan.FromDays(90);
}
