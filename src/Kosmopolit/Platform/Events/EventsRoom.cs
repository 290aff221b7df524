namespace Kosmopolit.Platform.Events;

public static class EventsRoom
{
    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.AddScoped<NewestEvent>();
        services.AddSingleton<OutboxWorker>();
        services.AddHostedService(sp => sp.GetRequiredService<OutboxWorker>());
        return services;
    }
}
