namespace Kosmopolit.Platform.Geography;

/// <summary>What the rest of the house may ask about the world.</summary>
public static class GeographyRoom
{
    public static IServiceCollection AddGeography(this IServiceCollection services) =>
        services.AddSingleton(_ => new Atlas()).AddSingleton<Gazetteer>();
}
