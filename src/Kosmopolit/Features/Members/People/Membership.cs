using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Members.People;

/// <summary>A member's time in a network; it ends, it is not deleted.</summary>
public sealed class Membership : Entity
{
    private Membership() { }

    public Membership(Guid member, Guid network, DateTimeOffset since, Audience audience) =>
        (MemberId, NetworkId, Since, Audience) = (member, network, since, audience);

    public Guid MemberId { get; private set; }

    public Guid NetworkId { get; private set; }

    public DateTimeOffset Since { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who may see that this person belongs to this network.</summary>
    public Audience Audience { get; private set; }

    public void End(DateTimeOffset now)
    {
        if (EndedAt is not null)
            return;
        EndedAt = now;
        Raise(new MemberChanged(MemberId));
    }
}
