namespace Kosmopolit.Platform.Mail;

public static class MailRoom
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = configuration.GetSection("Kosmopolit:Mail").Get<PostOptions>() ?? new PostOptions();
        options.KeepAtHome = environment.IsDevelopment() && options.Host.Length == 0;
        services.AddSingleton(options);
        services.AddSingleton<MailWorker>();
        services.AddHostedService(sp => sp.GetRequiredService<MailWorker>());
        return services;
    }
}
