namespace Kosmopolit.Features.Members.Joining;

public static class JoiningRoom
{
    public static IServiceCollection AddJoining(this IServiceCollection services)
    {
        services.AddScoped<JoiningMail>();
        services.AddScoped<BeginJoining>();
        services.AddScoped<SendRequest>();
        services.AddScoped<DecideRequest>();
        services.AddScoped<Invite>();
        return services;
    }
}
