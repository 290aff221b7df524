using Kosmopolit.Platform.Events;

namespace Kosmopolit.Features.Setup;

public static class SetupRoom
{
    public static IServiceCollection AddSetup(this IServiceCollection services)
    {
        services.AddSingleton<SetupCode>();
        services.AddScoped<SetUpInstallation>();
        services.AddSingleton<Subscriber, WelcomeOperator>();
        return services;
    }
}
