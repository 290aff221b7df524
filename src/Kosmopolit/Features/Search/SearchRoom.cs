using Kosmopolit.Features.Activities.Trips.Hosts;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Gaps;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Search.Analysis;
using Kosmopolit.Features.Search.Answering;
using Kosmopolit.Features.Search.Asking;
using Kosmopolit.Features.Search.Experts;
using Kosmopolit.Features.Search.Facts;
using Kosmopolit.Features.Search.Index;
using Kosmopolit.Features.Search.Meanings;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Search;
using Kosmopolit.Platform.Ui.Caching;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kosmopolit.Features.Search;

public static class SearchRoom
{
    /// <summary>Needs the data and geography rooms. The index is opened, or made, only once the server listens.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services) =>
        services.AddIndex().AddAnswers().AddSingleton<IndexWorker>().AddHostedService(sp => sp.GetRequiredService<IndexWorker>());

    /// <summary>What a command-line verb needs to make the index without serving.</summary>
    public static IServiceCollection AddIndex(this IServiceCollection services)
    {
        services.AddSingleton<SearchNames>();
        services.AddSingleton<SearchSource, CountrySearch>();
        services.AddSingleton<SearchSource, NetworkSearch>();
        services.AddSingleton<SearchSource, FirmSearch>();
        services.AddSingleton<SearchSource, PersonSearch>();
        services.AddSingleton<SearchSource, ArticleSearch>();
        services.AddSingleton<SearchSource, QuestionSearch>();
        services.AddSingleton(sp => new IndexFolder(sp.GetRequiredService<DataFolder>().Index));
        services.TryAddSingleton<Freshness>();
        services.AddSingleton<SearchIndex>();
        services.AddHttpClient(OpenAiVectors.Client, http => http.Timeout = OpenAiVectors.Patience);
        services.AddSingleton<OpenAiVectors>();
        services.AddSingleton<Sense>();
        services.AddSingleton<Rebuild>();
        services.AddSingleton<Changes>();
        services.AddSingleton<IndexUpkeep>();
        services.AddSingleton<Reindex>();
        return services;
    }

    private static IServiceCollection AddAnswers(this IServiceCollection services)
    {
        services.AddSingleton<Stemming>();
        services.AddSingleton<FunctionWords>();
        services.AddSingleton<Understanding>();
        services.AddSingleton<FactClauses>();
        services.AddSingleton<CriteriaReader>();
        services.AddSingleton<Asked>();
        services.AddSingleton<QueryWriter>();
        services.AddSingleton<AudienceFilter>();
        services.AddSingleton<Look>();
        services.AddSingleton<Spelling>();
        services.AddSingleton<NearestThing>();
        services.AddScoped<RecordGap>();
        services.AddScoped<Unanswered>();
        services.AddScoped<Confirmation>();
        services.AddScoped<FactsFinder>();
        services.AddScoped<Finder>();
        services.AddScoped<LikelyAnswers, FoundAlready>();
        services.AddSingleton<FactNames>();
        services.AddSingleton<FactCompletions>();
        services.AddScoped<NamesFinder>();
        services.AddScoped<Completer>();
        services.AddSingleton<WantedReader>();
        services.AddSingleton<ExpertRanking>();
        services.AddScoped<ExpertReading>();
        services.AddScoped<ExpertFinder>();
        services.AddScoped<HostScout, HostFinder>();
        services.AddScoped<AskPatience, AskedEnough>();
        services.AddScoped<WhoKnows>(sp => sp.GetRequiredService<ExpertFinder>());
        return services;
    }
}
