using Kosmopolit.Features.Members.Firms.Colleagues;
using Kosmopolit.Features.Members.Firms.Trading;

namespace Kosmopolit.Features.Members.Firms;

public static class FirmsRoom
{
    public static IServiceCollection AddFirms(this IServiceCollection services)
    {
        services.AddScoped<SectorSearch>();
        services.AddScoped<MyFirm>();
        services.AddScoped<KnownNumbers>();
        services.AddScoped<FirmReading>();
        services.AddScoped<FirmWriting>();
        services.AddScoped<FirmForm>();
        services.AddScoped<AddFirm>();
        services.AddScoped<ChangeFirm>();
        services.AddScoped<ChangeExports>();
        services.AddScoped<AskIn>();
        services.AddScoped<AddColleague>();
        services.AddScoped<DecideFirmRequest>();
        services.AddScoped<ChangePart>();
        services.AddScoped<LeaveFirm>();
        services.AddScoped<FirmQuestions>();
        services.AddScoped<PartNames>();
        services.AddScoped<ColleaguesForm>();
        return services;
    }
}
