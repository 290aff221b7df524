using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment;

/// <summary>Who reads how a network governs itself, and who may do what.</summary>
public static class GovernmentAccess
{
    /// <summary>Networks whose proposals this reader may read: their own, and those in which they hold an office or are a guest.</summary>
    public static IReadOnlyList<Guid> Governed(this Me me) =>
        [
            .. me.Networks,
            .. me.Mandates.Where(m => m.Role is Role.Coordinator or Role.Deputy or Role.Guest).Select(m => m.Scope).OfType<Guid>(),
        ];

    public static IQueryable<Proposal> VisibleTo(this IQueryable<Proposal> proposals, Me me)
    {
        var networks = me.Governed();
        return proposals.Where(p => networks.Contains(p.NetworkId));
    }

    public static IQueryable<Ballot> VisibleTo(this IQueryable<Ballot> ballots, Me me)
    {
        var networks = me.Governed();
        return ballots.Where(b => networks.Contains(b.NetworkId));
    }

    /// <summary>
    /// The network when this reader may read how it governs itself, otherwise null. What a closed network decided stays
    /// readable to those who were in it to the end.
    /// </summary>
    public static async Task<Network?> Governed(this KosmopolitDb db, Me me, string slug, CancellationToken ct = default)
    {
        var networks = me.Governed();
        var self = me.MemberId;
        return await db
            .Networks.VisibleTo(me)
            .AsNoTracking()
            .SingleOrDefaultAsync(
                n =>
                    n.Slug == slug
                    && (
                        networks.Contains(n.Id)
                        || (
                            n.Stage == Stage.Closed
                            && db.Set<Membership>().Any(m => m.NetworkId == n.Id && m.MemberId == self && m.EndedAt >= n.StageSince)
                        )
                    ),
                ct
            );
    }

    /// <summary>Any member may propose once the network stands on its own.</summary>
    public static bool CanPropose(this Me me, Network network) =>
        me.MemberId is not null && network.Stage == Stage.Independent && me.Networks.Contains(network.Id);

    /// <summary>Discussing needs no more than being a member.</summary>
    public static bool CanDiscuss(this Me me, Network network) => me.CanPropose(network);

    /// <summary>Elected to run the network.</summary>
    public static bool CanGovern(this Me me, Network network) => network.Stage != Stage.Closed && me.Is(Role.Coordinator, network.Id);

    /// <summary>Coordinators and their deputies: the second pair of eyes.</summary>
    public static bool CanSecond(this Me me, Network network) => me.CanGovern(network) || me.Is(Role.Deputy, network.Id);

    /// <summary>Coordinators call a vote; with enough supporters the author does, so that nobody can sit on a proposal.</summary>
    public static bool CanCall(this Me me, Network network, Proposal proposal, int supporters, VotingTerms terms) =>
        network.Stage == Stage.Independent
        && proposal.IsDiscussed
        && (
            me.CanGovern(network)
            || (me.Networks.Contains(network.Id) && proposal.AuthorId == me.MemberId && supporters >= terms.Supporters)
        );

    public static bool CanReword(this Me me, Proposal proposal) => proposal.IsDiscussed && proposal.AuthorId == me.MemberId;

    /// <summary>Whoever runs the network, or may call the vote, closes it.</summary>
    public static bool CanClose(this Me me, Network network, Proposal proposal) =>
        me.CanSecond(network) || (me.Networks.Contains(network.Id) && proposal.AuthorId == me.MemberId);

    /// <summary>Papers are read by those in office and by the teller of the ballot.</summary>
    public static bool CanCount(this Me me, Network network, Ballot ballot) =>
        me.CanSecond(network) || (ballot.TellerId is not null && ballot.TellerId == me.MemberId && me.Networks.Contains(network.Id));
}
