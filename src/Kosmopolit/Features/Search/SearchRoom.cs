using Kosmopolit.Features.Search.Facts;

namespace Kosmopolit.Features.Search;

public static class SearchRoom
{
    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.AddScoped<FactsFinder>();
        services.AddScoped<Finder>();
        return services;
    }
}
