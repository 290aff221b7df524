namespace Kosmopolit.Platform.Language;

public static class LanguageRoom
{
    public static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(sp =>
            sp.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<LanguageChoice>()
            ?? new LanguageChoice(ReaderLanguage.Swedish, false, null)
        );
        services.AddScoped(sp => new Texts(sp.GetRequiredService<LanguageChoice>().Language));
        services.AddScoped<Links>();
        return services;
    }
}
