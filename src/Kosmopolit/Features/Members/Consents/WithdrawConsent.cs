using Kosmopolit.Features.Members.Profile;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Members.Consents;

/// <summary>Takes a consent back in one press; what needed it goes or is narrowed at once.</summary>
public sealed class WithdrawConsent(MyProfile profile, KosmopolitDb db, TimeProvider clock)
{
    public async Task Run(Purpose purpose, CancellationToken ct = default)
    {
        if (await profile.Load(ct) is not { } member)
            return;
        member.TakeBack(purpose, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }
}
