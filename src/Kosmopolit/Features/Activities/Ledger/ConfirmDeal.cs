using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Ledger;

public sealed class ConfirmInput
{
    /// <summary>The other firm's line that is asked about.</summary>
    public Guid Claim { get; set; }

    [EnumDataType(typeof(OtherWord), ErrorMessage = "Choose from the list.")]
    public OtherWord Word { get; set; }

    /// <summary>The own line that tells of the same; null when none does.</summary>
    public Guid? Mine { get; set; }
}

/// <summary>
/// A firm that another one named says whether it is so. A yes is the other side's evidence, and makes one deal of two lines:
/// both firms tell it, figures count it once.
/// </summary>
public sealed class ConfirmDeal(KosmopolitDb db, Me me, TimeProvider clock)
{
    public async Task<Refusal?> Run(Guid firm, ConfirmInput input, CancellationToken ct = default)
    {
        if (!await db.FirmRoles.AnyAsync(r => r.FirmId == firm && r.MemberId == me.MemberId && r.EndedAt == null, ct))
            return WriteEntry.NotHere;
        var theirs = await db.Claims(firm).SingleOrDefaultAsync(e => e.Id == input.Claim, ct);
        if (theirs is null)
            return WriteEntry.NotHere;
        if (input.Word is not (OtherWord.Yes or OtherWord.No))
            return new Refusal("Choose from the list.", nameof(input.Word));
        var now = clock.GetUtcNow();
        if (input.Word == OtherWord.Yes)
        {
            var own = await db.Set<LedgerEntry>()
                .VisibleTo(db, me)
                .Where(e => e.FirmId == firm && e.WithdrawnAt == null && e.Id == input.Mine)
                .SingleOrDefaultAsync(ct);
            if (own is null && input.Mine is not null)
                return new Refusal("Choose from the list.", nameof(input.Mine));
            if (own is null)
                db.Add(own = new LedgerEntry(firm, Mirror(theirs), me.MemberId!.Value, now));
            foreach (var same in await db.Set<LedgerEntry>().Where(e => e.DealId == own.DealId && e.Id != own.Id).ToListAsync(ct))
                same.Join(theirs);
            own.Join(theirs);
            own.BeAnswered(OtherWord.Yes, now);
        }
        theirs.BeAnswered(input.Word, now);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    // Only what the other firm said to us; what it is worth to us is ours to say.
    private static Deal Mirror(LedgerEntry theirs) =>
        new(
            theirs.Deal.Stage,
            theirs.Deal.Country,
            ValueBand.Untold,
            theirs.Deal.On,
            Evidence.OtherSide,
            OtherFirmId: theirs.FirmId,
            ActivityId: theirs.Deal.ActivityId
        );
}

public static class Claiming
{
    /// <summary>What other firms tell of this one, and it has not answered.</summary>
    internal static IQueryable<LedgerEntry> Claims(this KosmopolitDb db, Guid firm) =>
        db.Set<LedgerEntry>().Where(e => e.Deal.OtherFirmId == firm && e.OtherSaid == OtherWord.Silent && e.WithdrawnAt == null);
}
