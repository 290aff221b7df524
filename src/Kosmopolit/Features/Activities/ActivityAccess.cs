using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.Trips.Hosts;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Activities;

/// <summary>Who reads an activity, and who may do what.</summary>
public static class ActivityAccess
{
    /// <summary>
    /// The members of the networks that hold it; everyone, when it is public and no mere idea any more; and whoever signed up,
    /// so that they hear of it to the end. Whoever is asked to be host of a trip reads what they are asked for; whoever is host, until some time after it. A coordinator also reads
    /// what their network is asked to hold while it is ahead, and what it has agreed to hold.
    /// </summary>
    public static IQueryable<Activity> VisibleTo(this IQueryable<Activity> activities, KosmopolitDb db, Me me)
    {
        var led = me.Mandates.Where(m => m.Role == Role.Coordinator).Select(m => m.Scope).OfType<Guid>().ToList();
        var (self, networks) = (me.MemberId, me.Networks);
        var over = db.Now - TripHost.ReadsOn;
        return activities.Where(a =>
            networks.Contains(a.NetworkId)
            || (a.IsPublic && a.GatheredAt != null)
            || (a.GatheredAt != null && a.CoHosts.Any(h => h.NetworkId != null && networks.Contains(h.NetworkId.Value)))
            || (self != null && db.Set<SignUp>().Any(s => s.ActivityId == a.Id && s.MemberId == self && s.State != SignUpState.Left))
            || (
                self != null
                && db.Set<TripHost>()
                    .Any(h =>
                        h.ActivityId == a.Id
                        && h.MemberId == self
                        && (
                            (h.Answer == HostAnswer.Yes && (a.EndsAt == null || a.EndsAt > over))
                            || (h.AnsweredAt == null && a.State < ActivityState.Held)
                        )
                    )
            )
            || (led.Count > 0 && a.CoHosts.Any(h => h.NetworkId != null && led.Contains(h.NetworkId.Value)))
            || (
                led.Count > 0
                && a.State < ActivityState.Held
                && db.Set<HostRequest>().Any(r => r.ActivityId == a.Id && r.AnsweredAt == null && led.Contains(r.NetworkId))
            )
        );
    }

    /// <summary>Those of the reader's own networks, where members talk about them.</summary>
    public static IQueryable<Activity> HeldBy(this IQueryable<Activity> activities, Me me)
    {
        var networks = me.Networks;
        return activities.Where(a =>
            networks.Contains(a.NetworkId)
            || (a.GatheredAt != null && a.CoHosts.Any(h => h.NetworkId != null && networks.Contains(h.NetworkId.Value)))
        );
    }

    /// <summary>Any member of a network that is alive.</summary>
    public static bool CanPropose(this Me me, Network network) =>
        me.MemberId is not null && me.Networks.Contains(network.Id) && network.Stage is not (Stage.Closed or Stage.Abandoned);

    /// <summary>Its organisers, as long as they belong to a network that holds it. Needs organisers and co-hosts to be loaded.</summary>
    public static bool CanOrganise(this Me me, Activity activity) =>
        me.MemberId is { } self && me.Holds(activity) && activity.Organisers.Any(o => o.MemberId == self && o.EndedAt is null);

    /// <summary>Whoever belongs to a network that holds it takes on what nobody organises.</summary>
    public static bool CanTakeOn(this Me me, Activity activity) =>
        me.MemberId is not null && activity.IsAhead && me.Holds(activity) && activity.Organisers.All(o => o.EndedAt is not null);

    /// <summary>Members say what they think; visitors read.</summary>
    public static bool CanSay(this Me me, Activity activity) => me.MemberId is not null && me.IsMember && me.Holds(activity);

    public static bool CanSignUp(this Me me, Activity activity) =>
        me.MemberId is not null
        && activity.State is ActivityState.Gathering or ActivityState.Planned or ActivityState.Open
        && (me.Holds(activity) || (activity.IsPublic && me.IsMember));

    public static bool Holds(this Me me, Activity activity) =>
        me.Networks.Contains(activity.NetworkId) || activity.CoHosts.Any(h => h.NetworkId is { } n && me.Networks.Contains(n));
}
