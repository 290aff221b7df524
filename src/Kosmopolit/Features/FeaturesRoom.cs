using Kosmopolit.Features.Countries;
using Kosmopolit.Features.Front;
using Kosmopolit.Features.Regions;
using Kosmopolit.Features.Search;
using Kosmopolit.Features.Setup;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Ui.Caching;

namespace Kosmopolit.Features;

/// <summary>All rooms, in the order in which they may lean on each other.</summary>
public static class FeaturesRoom
{
    public static IServiceCollection AddFeatures(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddGeography();
        services.AddScoped<Remembered>();
        services.AddCountries();
        services.AddRegions();
        services.AddScoped<Newest>();
        services.AddSetup();
        services.AddSearch();
        services.AddScoped<CodeNames>();
        services.AddScoped<WhyWording>();
        return services;
    }

    public static void MapFeatures(this WebApplication app) => app.MapWellKnown();
}
