using Kosmopolit.Features.Networks;

namespace Kosmopolit.Features.Demo;

/// <summary>The seed's networks: five that stand on their own and two that are starting, Övre Norrland first.</summary>
internal static class DemoNetworks
{
    public static Network Make(NetworkSource source, DateTimeOffset now, Guid facilitator)
    {
        var first = source.Stages[0];
        var region = source.Municipalities.Select(m => m.Code);
        var network = new Network(source.Slug, source.Name, region, now.AddDays(-first.DaysAgo), facilitator, first.Why);
        foreach (var stage in source.Stages.Skip(1))
            network.Enter(stage.Stage, now.AddDays(-stage.DaysAgo), facilitator, stage.Why);
        network.Describe(source.Purpose, source.Language);
        return network;
    }
}
