using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Members.People;

/// <summary>A member together with how near the reader stands to them.</summary>
public sealed class SeenMember
{
    public Member Member { get; init; } = null!;

    /// <summary>Fields with at least this audience may be shown.</summary>
    public Audience Distance { get; init; }
}

public static class MemberAccess
{
    /// <summary>The widest audience a reader belongs to before any network is shared.</summary>
    public static Audience Far(this Me me) => me.IsMember ? Audience.AllNetworks : Audience.Public;

    /// <summary>The reader's own row, if they have one.</summary>
    public static IQueryable<Member> Own(this IQueryable<Member> members, Me me)
    {
        var self = me.MemberId;
        return members.Where(m => m.Id == self);
    }

    /// <summary>
    /// The members this reader may find, each with the reader's distance, computed inside the query: to oneself
    /// everything, then shared network, any network, the public.
    /// </summary>
    public static IQueryable<SeenMember> VisibleTo(this IQueryable<Member> members, Me me)
    {
        var (self, networks, far) = (me.MemberId, me.Networks, me.Far());
        return members
            .Select(m => new SeenMember
            {
                Member = m,
                Distance =
                    m.Id == self ? Audience.OnlyMe
                    : m.Memberships.Any(s => s.EndedAt == null && networks.Contains(s.NetworkId)) ? Audience.MyNetwork
                    : far,
            })
            .Where(s => s.Member.Presence >= s.Distance);
    }
}
