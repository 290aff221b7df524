using Kosmopolit.Features.Knowledge.Api;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Knowledge.Gaps;
using Kosmopolit.Features.Knowledge.Importing;
using Kosmopolit.Features.Knowledge.Pictures;
using Kosmopolit.Features.Knowledge.Starter;
using Kosmopolit.Features.Knowledge.Translating;
using Kosmopolit.Platform.Notices;
using Kosmopolit.Platform.Ui.Offline;

namespace Kosmopolit.Features.Knowledge;

public static class KnowledgeRoom
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddScoped<BeginArticle>();
        services.AddScoped<ChangeArticle>();
        services.AddScoped<ChangeState>();
        services.AddScoped<FromAnswer>();
        services.AddScoped<TakenAnswers>();
        services.AddScoped<OwnAnswer>();
        services.AddScoped<ArticleReading>();
        services.AddScoped<ArticleList>();
        services.AddScoped<TextShelf, ArticleShelf>();
        services.AddScoped<KnowledgeResources>();
        services.AddScoped<SpeakUp>();
        services.AddScoped<FollowWords>();
        services.AddScoped<CatchUpWords>();
        services.AddHostedService<CatchUpClock>();
        services.AddScoped<HalfLives>();
        services.AddScoped<ClaimedTexts>();
        services.AddScoped<PlantStarter>();
        services.AddScoped<ImportArticles>();
        services.AddScoped<GapMap>();
        services.AddScoped<GapDemand>();
        services.AddScoped<GapSupply>();
        services.AddSingleton<NoticeSource, ArticleNotices>();
        services.AddSingleton<NoticeSource, TakenNotices>();
        services.AddHttpClient(Translator.Client, http => http.Timeout = Translator.Patience);
        services.AddSingleton<Translator>();
        services.AddScoped<AddPicture>();
        services.AddScoped<UsePictures>();
        services.AddScoped<SmallPictures>();
        services.AddScoped<ForgetPictures>();
        services.AddSingleton<PictureClock>();
        services.AddHostedService(sp => sp.GetRequiredService<PictureClock>());
        return services;
    }

    public static void MapKnowledge(this IEndpointRouteBuilder routes) => routes.MapPictures();
}
