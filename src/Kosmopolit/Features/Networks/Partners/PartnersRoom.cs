namespace Kosmopolit.Features.Networks.Partners;

public static class PartnersRoom
{
    public static IServiceCollection AddPartners(this IServiceCollection services)
    {
        services.AddScoped<PartnerMail>();
        services.AddScoped<PartnerBook>();
        services.AddScoped<SavePartner>();
        services.AddScoped<ProposePartnership>();
        services.AddScoped<AnswerPartnership>();
        return services;
    }
}
