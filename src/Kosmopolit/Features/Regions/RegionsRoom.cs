namespace Kosmopolit.Features.Regions;

public static class RegionsRoom
{
    public static IServiceCollection AddRegions(this IServiceCollection services) => services.AddScoped<NetworkFigures>();
}
