using Kosmopolit.Features.Setup.Offices;
using Kosmopolit.Platform.Events;

namespace Kosmopolit.Features.Setup;

public static class SetupRoom
{
    public static IServiceCollection AddSetup(this IServiceCollection services)
    {
        services.AddSingleton<SetupCode>();
        services.AddScoped<SetUpInstallation>();
        services.AddScoped<OfficeBook>();
        services.AddScoped<AppointOfficer>();
        services.AddSingleton<Subscriber, WelcomeOperator>();
        services.AddSingleton<Subscriber, TellOffices>();
        return services;
    }
}
