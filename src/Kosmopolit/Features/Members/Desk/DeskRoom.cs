using Kosmopolit.Features.Members.Desk.Monday;
using Kosmopolit.Features.Members.Renewal;
using Kosmopolit.Features.Members.Visits;
using Kosmopolit.Features.Networks.Desk;

namespace Kosmopolit.Features.Members.Desk;

public static class DeskRoom
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddScoped<CoordinatorDesk>();
        services.AddScoped<DeskSource, DeskApplications>();
        services.AddScoped<DeskSource, DeskMeetings>();
        services.AddScoped<DeskSource, DeskRenewals>();
        services.AddScoped<DeskSource, DeskQuiet>();
        services.AddSingleton<VisitKeeper>();
        services.AddHostedService(sp => sp.GetRequiredService<VisitKeeper>());
        services.AddSingleton<DeskMailStop>();
        services.AddScoped<StopDeskMail>();
        services.AddScoped<MondayMail>();
        services.AddHostedService<MondayWorker>();
        return services;
    }
}
