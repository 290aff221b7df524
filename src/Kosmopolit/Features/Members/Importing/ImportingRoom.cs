using Kosmopolit.Features.Networks.Desk;

namespace Kosmopolit.Features.Members.Importing;

public static class ImportingRoom
{
    public static IServiceCollection AddImporting(this IServiceCollection services)
    {
        services.AddScoped<ImportReading>();
        services.AddScoped<BringSheet>();
        services.AddScoped<ConfirmImport>();
        services.AddScoped<ImportedAnswer>();
        services.AddScoped<ForgetImports>();
        services.AddScoped<DeskSource, DeskImports>();
        return services;
    }
}
