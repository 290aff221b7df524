using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Api;
using Kosmopolit.Features.Countries;
using Kosmopolit.Features.Countries.Copies;
using Kosmopolit.Features.Front;
using Kosmopolit.Features.Knowledge;
using Kosmopolit.Features.Knowledge.Api;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Api;
using Kosmopolit.Features.Members;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Letters;
using Kosmopolit.Features.Networks.LifeCycle;
using Kosmopolit.Features.Networks.Partners;
using Kosmopolit.Features.Notifications;
using Kosmopolit.Features.Regions;
using Kosmopolit.Features.Search;
using Kosmopolit.Features.Search.Api;
using Kosmopolit.Features.Setup;
using Kosmopolit.Features.Trust;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Ui.Caching;

namespace Kosmopolit.Features;

/// <summary>All rooms, in the order in which they may lean on each other.</summary>
public static class FeaturesRoom
{
    public static IServiceCollection AddFeatures(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddGeography();
        services.AddScoped<Remembered>();
        services.AddNetworks();
        services.AddLetters();
        services.AddPartners();
        services.AddMembers();
        services.AddKnowledge();
        services.AddQuestions();
        services.AddActivities();
        services.AddCountries();
        services.AddRegions();
        services.AddScoped<Newest>();
        services.AddSetup();
        services.AddSearch();
        services.AddNotifications();
        services.AddTrust();
        services.AddScoped<CodeNames>();
        services.AddScoped<WhyWording>();
        return services;
    }

    public static void MapFeatures(this WebApplication app)
    {
        app.MapWellKnown();
        app.MapMembers();
        app.MapCopies();
        app.MapKnowledge();
        app.MapQuestions();
        app.MapActivities();
        app.MapNotifications();
        app.MapTrust();
        var api = app.MapApi();
        api.MapMembersApi();
        api.MapArticlesApi();
        api.MapQuestionsApi();
        api.MapActivitiesApi();
        api.MapNotices();
        api.MapSearch();
        api.MapCountries();
        api.MapNetworks();
        api.MapLifeCycle();
    }
}
