using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.Renewal;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Clock;

namespace Kosmopolit.Features.Demo;

/// <summary>Until when the members of the independent networks have said that they stay; three in Skåne are asked just now.</summary>
internal static class DemoRenewals
{
    public static void Set(IReadOnlyList<Member> members, IReadOnlyList<Network> networks, DateTimeOffset now)
    {
        var (independent, today) = (
            networks.Where(n => n.Stage == Stage.Independent).Select(n => n.Id).ToHashSet(),
            SwedishTime.Today(now)
        );
        foreach (var membership in members.SelectMany(m => m.Memberships).Where(m => independent.Contains(m.NetworkId)))
            membership.StayUntil(RenewalYear.FirstDay(membership, today));
        var skane = networks.First(n => n.Slug == "skane").Id;
        foreach (var membership in members.SelectMany(m => m.Memberships).Where(m => m.NetworkId == skane).Skip(10).Take(3))
            membership.StayUntil(today.AddDays(5));
    }
}
