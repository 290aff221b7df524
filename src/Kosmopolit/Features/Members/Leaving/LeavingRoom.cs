namespace Kosmopolit.Features.Members.Leaving;

public static class LeavingRoom
{
    public static IServiceCollection AddLeaving(this IServiceCollection services)
    {
        services.AddScoped<LeaveNetwork>();
        services.AddScoped<SuspendMember>();
        services.AddScoped<StandingMail>();
        return services;
    }
}
