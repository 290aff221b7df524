using Kosmopolit.Features.Members.Profile;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Firms;

/// <summary>A firm in which the reader has a part, loaded for a change and stored with care for a second window or person.</summary>
public sealed class MyFirm(KosmopolitDb db, Me me)
{
    public static readonly Refusal Gone = new("You have no part in this firm any more. Perhaps somebody changed it meanwhile.")
    {
        Kind = RefusalKind.Gone,
    };

    private static readonly Refusal Elsewhere = new(
        "You or somebody else of the firm saved something meanwhile. Both versions stand here: press Save again to keep what is in the form."
    )
    {
        Kind = RefusalKind.Meanwhile,
    };

    private static readonly Refusal AtOnce = new(
        "Somebody of the firm saved something at the same moment. Look at the page and save once more."
    )
    {
        Kind = RefusalKind.Meanwhile,
    };

    /// <summary>The firm with everything in it; null when the reader has no part in it today.</summary>
    public Task<Firm?> Load(Guid id, CancellationToken ct = default) =>
        db
            .Firms.Include(f => f.People)
            .Include(f => f.Exports)
            .AsSplitQuery()
            .SingleOrDefaultAsync(
                f => f.Id == id && f.ClosedAt == null && f.People.Any(r => r.EndedAt == null && r.MemberId == me.MemberId),
                ct
            );

    /// <summary>Carries a change out unless the stored part is no longer what the form showed.</summary>
    /// <param name="of">Reads the part as it is stored; null when it is gone.</param>
    /// <param name="apply">Changes the firm, or says why not.</param>
    public async Task<Refusal?> Change<TInput>(
        Guid id,
        TInput input,
        Func<Firm, TInput?> of,
        Func<Firm, Refusal?> apply,
        CancellationToken ct = default
    )
        where TInput : ProfileInput
    {
        if (await Load(id, ct) is not { } firm || of(firm) is not { } stored)
            return Gone;
        if (input.IsOvertakenBy(stored))
            return Elsewhere;
        return apply(firm) ?? await Store(firm, ct);
    }

    /// <summary>
    /// Stores the firm as one: two people who change its rows at once, such as the last two owners who leave, meet here.
    /// </summary>
    public async Task<Refusal?> Store(Firm firm, CancellationToken ct)
    {
        db.Entry(firm).Property(f => f.Revision).IsModified = true;
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            return AtOnce;
        }
    }
}
