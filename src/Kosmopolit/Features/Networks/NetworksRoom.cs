using Kosmopolit.Features.Networks.LifeCycle;
using Kosmopolit.Features.Networks.LifeCycle.Interests;

namespace Kosmopolit.Features.Networks;

public static class NetworksRoom
{
    public static IServiceCollection AddNetworks(this IServiceCollection services)
    {
        services.AddScoped<StartNetwork>();
        services.AddSingleton<Starters>();
        services.AddScoped<ChangeStage>();
        services.AddScoped<SayInterest>();
        services.AddScoped<AimForThreshold>();
        return services;
    }
}
