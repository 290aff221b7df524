using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Members.Profile;

/// <summary>Takes a country or a language out of one's profile. What is gone already counts as done.</summary>
public sealed class Remove(MyProfile profile, KosmopolitDb db)
{
    public async Task Market(Guid id, CancellationToken ct = default)
    {
        if (await profile.Load(ct) is not { } member || member.Markets.SingleOrDefault(k => k.Id == id) is not { } market)
            return;
        member.Withdraw(market);
        await db.SaveChangesAsync(ct);
    }

    public async Task Language(Guid id, CancellationToken ct = default)
    {
        if (await profile.Load(ct) is not { } member || member.Languages.SingleOrDefault(l => l.Id == id) is not { } skill)
            return;
        member.Withdraw(skill);
        await db.SaveChangesAsync(ct);
    }
}
