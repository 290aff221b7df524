using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Joining;

/// <summary>Those who run the network take somebody in, or say why not.</summary>
public sealed class DecideRequest(KosmopolitDb db, Me me, JoiningMail mail, TimeProvider clock)
{
    public async Task<Refusal?> Run(Network network, Guid id, Decision decision, string reason, CancellationToken ct = default)
    {
        if (me.AccountId is not { } account || !me.CanDecide(network))
            return new Refusal("Only those who run the network decide this.") { Kind = RefusalKind.NotYours };
        var request = await db.Set<JoinRequest>()
            .SingleOrDefaultAsync(r => r.Id == id && r.NetworkId == network.Id && r.SentAt != null, ct);
        if (request is null)
            return new Refusal("There is no such request. Perhaps the person took it back.") { Kind = RefusalKind.Gone };
        if (decision == Decision.Declined && reason.Length == 0)
            return new Refusal("Say why in a sentence: the person reads it.");
        var now = clock.GetUtcNow();
        if (request.Decide(decision, account, reason, now) is { } refusal)
            return refusal;
        var member = await db.Members.Include(m => m.Memberships).SingleAsync(m => m.Id == request.MemberId, ct);
        if (decision == Decision.Accepted)
        {
            member.Join(network.Id, now, Audience.MyNetwork);
            SendRequest.Appear(member);
        }
        await mail.TellApplicant(member, network, decision, reason, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("Somebody else decided this at the same moment.") { Kind = RefusalKind.Meanwhile };
        }
    }
}
