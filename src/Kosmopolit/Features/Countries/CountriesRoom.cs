using Kosmopolit.Features.Activities.Trips.Debriefs;
using Kosmopolit.Features.Countries.Travel;

namespace Kosmopolit.Features.Countries;

public static class CountriesRoom
{
    public static IServiceCollection AddCountries(this IServiceCollection services) =>
        services.AddScoped<WhoKnows>().AddScoped<BankCheck, TripBank>();
}
