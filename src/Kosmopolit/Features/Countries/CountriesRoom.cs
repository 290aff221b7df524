namespace Kosmopolit.Features.Countries;

public static class CountriesRoom
{
    public static IServiceCollection AddCountries(this IServiceCollection services) => services.AddScoped<WhoKnows>();
}
