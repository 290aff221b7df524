using Kosmopolit.Features.Networks.Desk;

namespace Kosmopolit.Features.Networks.Letters;

public static class LettersRoom
{
    public static IServiceCollection AddLetters(this IServiceCollection services)
    {
        services.AddScoped<LetterMail>();
        services.AddScoped<WriteLetter>();
        services.AddScoped<AnswerLetter>();
        services.AddScoped<ForgetLetters>();
        services.AddScoped<DeskSource, DeskLetters>();
        return services;
    }
}
