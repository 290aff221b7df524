namespace Kosmopolit.Features;

/// <summary>All rooms, in the order in which they may lean on each other.</summary>
public static class FeaturesRoom
{
    public static IServiceCollection AddFeatures(this IServiceCollection services, IHostEnvironment environment)
    {
        return services;
    }

    public static void MapFeatures(this WebApplication app)
    {
    }
}
