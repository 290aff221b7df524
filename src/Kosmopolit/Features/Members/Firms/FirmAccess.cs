using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Members.Firms;

/// <summary>A firm together with how near the reader stands to its people.</summary>
public sealed class SeenFirm
{
    public Firm Firm { get; init; } = null!;

    /// <summary>Fields with at least this audience may be shown.</summary>
    public Audience Distance { get; init; }
}

public static class FirmAccess
{
    /// <summary>The firms this reader may find: their own, those of a shared network, then all networks, then public.</summary>
    /// <param name="memberships">The table of memberships, for the query to ask about shared networks.</param>
    public static IQueryable<SeenFirm> VisibleTo(this IQueryable<Firm> firms, IQueryable<Membership> memberships, Me me)
    {
        var (self, networks, far) = (me.MemberId, me.Networks, me.Far());
        var near = memberships.Where(m => m.EndedAt == null && networks.Contains(m.NetworkId));
        return firms
            .Where(f => f.ClosedAt == null)
            .Select(f => new SeenFirm
            {
                Firm = f,
                Distance =
                    f.People.Any(r => r.EndedAt == null && r.MemberId == self) ? Audience.OnlyMe
                    : f.People.Any(r => r.EndedAt == null && near.Any(m => m.MemberId == r.MemberId)) ? Audience.MyNetwork
                    : far,
            })
            .Where(s => s.Firm.Presence >= s.Distance);
    }

    /// <summary>Everybody with a part in the firm may say what it is and does.</summary>
    public static bool CanEdit(this Me me, Firm firm) =>
        firm.ClosedAt is null && me.MemberId is not null && firm.PartOf(me.MemberId) is not null;

    /// <summary>Who belongs to the firm is not for its employees to say.</summary>
    public static bool CanAddPeople(this Me me, Firm firm) => me.CanEdit(firm) && firm.PartOf(me.MemberId)!.Keeps;

    /// <summary>Only an owner ends an owner's part; one's own one leaves.</summary>
    public static bool CanRemove(this Me me, Firm firm, FirmRole part) =>
        me.CanAddPeople(firm)
        && part.MemberId != me.MemberId
        && (part.Role != FirmRole.Owner || firm.PartOf(me.MemberId)!.Role == FirmRole.Owner);

    /// <summary>An owner closes the firm; where there is none, whoever has a say does.</summary>
    public static bool CanClose(this Me me, Firm firm) =>
        me.CanAddPeople(firm) && (firm.PartOf(me.MemberId)!.Role == FirmRole.Owner || firm.Today.All(r => r.Role != FirmRole.Owner));

    /// <summary>Nobody raises themselves while there is somebody else to be asked.</summary>
    public static bool CanBecome(this Me me, Firm firm, string role) =>
        me.CanEdit(firm)
        && FirmRole.All.Contains(role)
        && (Rank(role) <= Rank(firm.PartOf(me.MemberId)!.Role) || firm.Today.All(r => r.MemberId == me.MemberId || !r.Keeps));

    private static int Rank(string role) => FirmRole.All.Count - FirmRole.All.ToList().IndexOf(role);
}
