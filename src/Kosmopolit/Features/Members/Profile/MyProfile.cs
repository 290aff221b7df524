using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Profile;

/// <summary>The reader's own profile, loaded for a change and stored with care for a second window.</summary>
public sealed class MyProfile(KosmopolitDb db, Me me)
{
    private static readonly Refusal Elsewhere = new(
        "You saved something else in another window meanwhile. Both versions stand here: press Save again to keep what is in the form."
    )
    {
        Kind = RefusalKind.Meanwhile,
    };

    /// <summary>The member with everything they told; null for accounts without one.</summary>
    public Task<Member?> Load(CancellationToken ct = default) =>
        db
            .Members.Own(me)
            .Include(m => m.Markets)
            .Include(m => m.Languages)
            .Include(m => m.Memberships)
            .Include(m => m.Consents)
            .AsSplitQuery()
            .SingleOrDefaultAsync(ct);

    /// <summary>The names of the networks the member is or was in.</summary>
    public Task<Dictionary<Guid, string>> Networks(Member member, CancellationToken ct = default)
    {
        var ids = member.Memberships.Select(s => s.NetworkId).ToList();
        return db.Networks.VisibleTo(me).Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
    }

    /// <summary>Carries a change out unless the stored part is no longer what the form showed.</summary>
    /// <param name="of">Reads the part as it is stored; null when it is gone.</param>
    /// <param name="apply">Changes the member, or says why not.</param>
    public async Task<Refusal?> Change<TInput>(
        TInput input,
        Func<Member, TInput?> of,
        Func<Member, Refusal?> apply,
        CancellationToken ct = default
    )
        where TInput : ProfileInput
    {
        if (await Load(ct) is not { } member || of(member) is not { } stored)
            return new Refusal("This is no longer here. Perhaps you removed it in another window.") { Kind = RefusalKind.Gone };
        if (input.IsOvertakenBy(stored))
            return Elsewhere;
        if (apply(member) is { } refusal)
            return refusal;
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("You saved something else at the same moment. Look at the page and save once more.")
            {
                Kind = RefusalKind.Meanwhile,
            };
        }
    }
}
