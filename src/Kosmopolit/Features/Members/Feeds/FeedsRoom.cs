namespace Kosmopolit.Features.Members.Feeds;

public static class FeedsRoom
{
    public static IServiceCollection AddFeeds(this IServiceCollection services) => services.AddScoped<NetworkFeeds>().AddScoped<MyFeed>();
}
