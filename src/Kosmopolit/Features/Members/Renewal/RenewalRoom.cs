namespace Kosmopolit.Features.Members.Renewal;

public static class RenewalRoom
{
    public static IServiceCollection AddRenewal(this IServiceCollection services)
    {
        services.AddSingleton<StayLink>();
        services.AddScoped<Stay>();
        services.AddScoped<RenewalMail>();
        services.AddScoped<MembershipClock>();
        services.AddHostedService<MembershipWorker>();
        return services;
    }
}
