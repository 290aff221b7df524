namespace Kosmopolit.Features.Members.Listing;

public static class ListingRoom
{
    public static IServiceCollection AddListing(this IServiceCollection services)
    {
        services.AddSingleton<OfficeHolders>();
        services.AddScoped<MemberList>();
        services.AddScoped<MembershipBook>();
        services.AddScoped<MembersSheet>();
        return services;
    }
}
