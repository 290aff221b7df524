using Kosmopolit.Platform.Data;

namespace Kosmopolit.Platform.Geography;

/// <summary>What the rest of the house may ask about the world.</summary>
public static class GeographyRoom
{
    public static IServiceCollection AddGeography(this IServiceCollection services) =>
        services
            .AddSingleton(sp => NewerFacts.In(sp.GetRequiredService<DataFolder>()))
            .AddSingleton(sp => new Atlas(newer: sp.GetRequiredService<NewerFacts>()))
            .AddSingleton<RefreshFacts>()
            .AddSingleton<Gazetteer>()
            .AddSingleton<TypedNames>();
}
