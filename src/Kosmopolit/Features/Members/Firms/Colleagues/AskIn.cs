using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Firms.Colleagues;

/// <summary>Somebody who wrote the number of a firm that is here already asks its people to be added. They learn nothing of it.</summary>
public sealed class AskIn(KosmopolitDb db, Me me, KnownNumbers numbers, TimeProvider clock)
{
    /// <summary>Most requests of one person that wait at a time: a list of numbers is not for trying out.</summary>
    public const int Most = 3;

    public async Task<Refusal?> Run(FirmInput input, CancellationToken ct = default)
    {
        var digits = OrganisationNumber.Read(input.OrganisationNumber).Number?.Digits ?? "";
        if (me.MemberId is not { } member || await numbers.Holder(digits, ct) is not { } firm)
            return new Refusal("There is no firm with this number here. Add it.", nameof(input.OrganisationNumber));
        if (await db.FirmRoles.AnyAsync(r => r.FirmId == firm && r.MemberId == member && r.EndedAt == null, ct))
            return new Refusal("You belong to this firm already. It stands on your page.", nameof(input.OrganisationNumber));
        var waiting = await db.Set<FirmRequest>().Where(r => r.MemberId == member && r.Decision == 0).ToListAsync(ct);
        if (waiting.Any(r => r.FirmId == firm))
            return null;
        if (waiting.Count(r => r.Kind == RequestKind.AsksIn) >= Most)
            return new Refusal("You wait for three firms already. Let one of them answer first.", nameof(input.OrganisationNumber));
        var role = FirmRole.All.Contains(input.Role) ? input.Role! : FirmRole.Employee;
        db.Add(new FirmRequest(firm, member, RequestKind.AsksIn, role, member, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Sent twice: one row asks it.
            db.ChangeTracker.Clear();
        }
        return null;
    }
}
