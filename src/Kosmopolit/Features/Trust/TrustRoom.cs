using Kosmopolit.Features.Trust.Leaving;

namespace Kosmopolit.Features.Trust;

public static class TrustRoom
{
    public static IServiceCollection AddTrust(this IServiceCollection services)
    {
        services.AddScoped<Everything>();
        services.AddScoped<EverythingArchive>();
        services.AddScoped<FirmsLeft>();
        services.AddScoped<EraseMe>();
        return services;
    }

    public static void MapTrust(this IEndpointRouteBuilder routes) => routes.MapEverything();
}
