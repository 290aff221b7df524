using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Joining;

/// <summary>
/// The last press of joining. With an invitation from somebody who may decide, the door opens at once; otherwise those
/// who run the network are asked.
/// </summary>
public sealed class SendRequest(KosmopolitDb db, Me me, JoiningMail mail, TimeProvider clock)
{
    public async Task<Refusal?> Run(Network network, string message, CancellationToken ct = default)
    {
        var request = await db.Set<JoinRequest>()
            .SingleOrDefaultAsync(r => r.MemberId == me.MemberId && r.NetworkId == network.Id && r.Decision == Decision.None, ct);
        var member = await db.Members.Own(me).Include(m => m.Memberships).SingleOrDefaultAsync(ct);
        if (request is null || member is null)
            return new Refusal("Begin with the first question: nothing is waiting to be sent.");
        if (member.Name.Value.Length == 0)
            return new Refusal("Write what you are called before you send.");
        var now = clock.GetUtcNow();
        var first = request.SentAt is null;
        request.Send(message, now);
        if (await OpensDoor(request, network, member, ct) is { } host)
        {
            request.Decide(Decision.Accepted, host, "", now);
            member.Join(network.Id, now, Audience.MyNetwork);
            Appear(member);
        }
        else if (first)
            await mail.TellDeciders(network, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            return new Refusal("Somebody else has just used this invitation, or it was sent from another window. Look once more.")
            {
                Kind = RefusalKind.Meanwhile,
            };
        }
    }

    /// <summary>Somebody who chose nothing is found by their own network: that is what they came for.</summary>
    internal static void Appear(Member member)
    {
        if (member.Presence == Audience.OnlyMe)
            member.ShowTo(Audience.MyNetwork);
    }

    // The invitation is spent here, not when it is opened: whoever leaves half-way can come back.
    private async Task<Guid?> OpensDoor(JoinRequest request, Network network, Member member, CancellationToken ct)
    {
        var invitation = await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Id == request.InvitationId, ct);
        if (invitation is null || invitation.Use(member.Id, clock.GetUtcNow()) is not null)
            return null;
        var host = await WhoAmI.Load(db, invitation.InvitedById, clock.GetUtcNow());
        return host.CanDecide(network) ? invitation.InvitedById : null;
    }
}
