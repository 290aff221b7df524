using Kosmopolit.Features.Notifications.Following;
using Kosmopolit.Features.Notifications.Mails;
using Kosmopolit.Platform.Events;

namespace Kosmopolit.Features.Notifications;

public static class NotificationsRoom
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton<Subscriber, NoticeKeeper>();
        services.AddScoped<FollowAccess>();
        services.AddScoped<ChoosePace>();
        services.AddScoped<FollowingForm>();
        services.AddScoped<NoticeList>();
        services.AddScoped<MarkRead>();
        services.AddSingleton<NoticeMailStop>();
        services.AddScoped<StopNoticeMail>();
        services.AddScoped<NoticeMail>();
        services.AddSingleton<NoticeWorker>();
        services.AddHostedService(sp => sp.GetRequiredService<NoticeWorker>());
        return services;
    }

    public static void MapNotifications(this IEndpointRouteBuilder routes) => StopNoticeMail.Map(routes);
}
