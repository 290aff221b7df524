using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Members.StartUp.Answers;

/// <summary>Sends the invitations to a meeting; pressed again, it reaches those who came since.</summary>
public sealed class SendInvitations(KosmopolitDb db, Me me, MeetingMail mail)
{
    public async Task<Refusal?> Run(Network network, Guid id, CancellationToken ct = default)
    {
        if (!me.CanLead(network))
            return new Refusal("Only those who lead the network’s meetings may do this.");
        if (await db.Meeting(network, id, ct) is not { } meeting)
            return new Refusal("There is no such meeting.");
        if (meeting.Call(mail.Now) is { } refusal)
            return refusal;
        if (await mail.Invite(network, meeting, ct) == 0)
            return new Refusal("There is nobody to invite who was not invited already.");
        return await db.Save(new Refusal("Somebody else sent the invitations at the same moment."), ct);
    }
}
