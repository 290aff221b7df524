using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Importing;

/// <summary>
/// What a coordinator wrote beside an address, laid before the person as a suggestion once they have said yes to the
/// criterion. They see it in their own form, change it or take it out; until they save nobody else does.
/// </summary>
public sealed class ImportedAnswer(KosmopolitDb db, Me me)
{
    /// <summary>Gives a new member the name and place that were written about them.</summary>
    public async Task Suggest(Member member, Guid invitation, CancellationToken ct = default)
    {
        if (await db.Set<ImportedPerson>().SingleOrDefaultAsync(p => p.InvitationId == invitation, ct) is not { } written)
            return;
        if (member.Name.Value.Length == 0 && written.Name.Length > 0)
            member.BeCalled(new(written.Name, member.Name.Audience));
        if (member.Municipality.Value.Length == 0 && written.Municipality.Length > 0)
            member.LiveIn(new(written.Municipality, Audience.MyNetwork));
    }

    /// <summary>The firm that was written about whoever is joining right now; null when none was.</summary>
    public async Task<FirmInput?> Firm(CancellationToken ct = default)
    {
        var written = await db.Set<JoinRequest>()
            .Where(r => r.MemberId == me.MemberId && r.Decision == Decision.None)
            .Join(db.Set<ImportedPerson>(), r => r.InvitationId, p => p.InvitationId, (r, p) => p)
            .AsNoTracking()
            .FirstOrDefaultAsync(ct);
        if (written is not { Firm.Length: > 0 })
            return null;
        return new FirmInput
        {
            Name = written.Firm,
            OrganisationNumber = FirmWording.Number(written.Number),
            Municipality = written.Municipality,
        };
    }
}
