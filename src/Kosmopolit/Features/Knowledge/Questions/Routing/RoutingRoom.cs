using Kosmopolit.Features.Networks.Desk;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Notices;

namespace Kosmopolit.Features.Knowledge.Questions.Routing;

public static class RoutingRoom
{
    public static IServiceCollection AddAsks(this IServiceCollection services)
    {
        services.AddScoped<RouteQuestion>();
        services.AddScoped<Neighbours>();
        services.AddScoped<Prospects>();
        services.AddSingleton<AskOne>();
        services.AddScoped<RouteLetters>();
        services.AddScoped<AskMail>();
        services.AddSingleton<AskMailStop>();
        services.AddScoped<StopAskMail>();
        services.AddScoped<PassAsk>();
        services.AddScoped<AskedOfMe>();
        services.AddScoped<ChooseAskWishes>();
        services.AddSingleton<EvidenceWording>();
        services.AddScoped<WhyYou>();
        services.AddSingleton<Subscriber, RouteKeeper>();
        services.AddSingleton<NoticeSource, AskNotices>();
        services.AddScoped<DeskSource, DeskAsks>();
        services.AddSingleton<RouteClock>();
        services.AddHostedService(sp => sp.GetRequiredService<RouteClock>());
        return services;
    }
}
