namespace Kosmopolit.Features.Knowledge.Questions.Replies;

public static class RepliesRoom
{
    public static IServiceCollection AddReplies(this IServiceCollection services)
    {
        services.AddSingleton(sp =>
            sp.GetRequiredService<IConfiguration>().GetSection("Kosmopolit:Mail:Reply").Get<ReplyOptions>() ?? new ReplyOptions()
        );
        services.AddSingleton<ReplyAddress>();
        services.AddSingleton<Mailbox>();
        services.AddScoped<ReceiveReply>();
        services.AddScoped<FailedAttempts>();
        services.AddScoped<ConfirmReply>();
        services.AddScoped<ReplyMails>();
        services.AddScoped<ForgetReplies>();
        services.AddSingleton<ReplyWorker>();
        services.AddHostedService(sp => sp.GetRequiredService<ReplyWorker>());
        return services;
    }
}
