using Kosmopolit.Features.Members.Audiences;
using Kosmopolit.Features.Members.Consents;
using Kosmopolit.Features.Members.Contacts;
using Kosmopolit.Features.Members.Desk;
using Kosmopolit.Features.Members.Desk.Monday;
using Kosmopolit.Features.Members.Feeds;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.Importing;
using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Features.Members.Leaving;
using Kosmopolit.Features.Members.Listing;
using Kosmopolit.Features.Members.People.Cards;
using Kosmopolit.Features.Members.Profile;
using Kosmopolit.Features.Members.Renewal;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Members.StartUp;

namespace Kosmopolit.Features.Members;

public static class MembersRoom
{
    public static IServiceCollection AddMembers(this IServiceCollection services)
    {
        services.AddScoped<MyProfile>();
        services.AddScoped<ChangeName>();
        services.AddScoped<GroundReading>();
        services.AddScoped<ChangeGround>();
        services.AddScoped<ChangeTopics>();
        services.AddScoped<ChangeLanguages>();
        services.AddScoped<ChangeOffer>();
        services.AddScoped<ChangeContact>();
        services.AddScoped<ChangeReading>();
        services.AddScoped<Remove>();
        services.AddScoped<ChooseAudiences>();
        services.AddScoped<Inference>();
        services.AddScoped<NoteContactShown>();
        services.AddScoped<Viewers>();
        services.AddScoped<WithdrawConsent>();
        services.AddFirms();
        services.AddJoining();
        services.AddStartUp();
        services.AddListing();
        services.AddLeaving();
        services.AddRenewal();
        services.AddImporting();
        services.AddDesk();
        services.AddFeeds();
        services.AddSelfGovernment();
        return services;
    }

    public static void MapMembers(this IEndpointRouteBuilder routes)
    {
        routes.MapPersonCard();
        MembersSheet.Map(routes);
        StopDeskMail.Map(routes);
        NetworkFeeds.Map(routes);
        MyFeed.Map(routes);
        routes.MapResultFile();
    }
}
