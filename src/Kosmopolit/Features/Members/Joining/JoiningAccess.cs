using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Members.Joining;

public static class JoiningAccess
{
    /// <summary>Whether the network takes people in at its present stage.</summary>
    public static bool TakesPeople(this Network network) => network.Stage is Stage.Interest or Stage.StartUp or Stage.Independent;

    /// <summary>Those who run the network decide who comes in.</summary>
    public static bool CanDecide(this Me me, Network network) => me.CanRun(network);

    /// <summary>Every member may invite; whether that alone opens the door depends on who they are.</summary>
    public static bool CanInvite(this Me me, Network network) =>
        network.TakesPeople() && (me.Networks.Contains(network.Id) || me.CanDecide(network));

    /// <summary>
    /// Applicants as those who decide see them: what they show to "my network", which is what this network is about to
    /// become. The page on which they send says so.
    /// </summary>
    public static IQueryable<SeenMember> AsApplicants(this IQueryable<Member> members) =>
        members.Select(m => new SeenMember { Member = m, Distance = Audience.MyNetwork });
}
