using Kosmopolit.Features.Activities.Calendars;
using Kosmopolit.Features.Activities.Discovery;
using Kosmopolit.Features.Activities.Importing;
using Kosmopolit.Features.Activities.Ledger;
using Kosmopolit.Features.Activities.Ledger.Asking;
using Kosmopolit.Features.Activities.Ledger.Figures;
using Kosmopolit.Features.Activities.Organising;
using Kosmopolit.Features.Activities.Photos;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.SignUps.Presence;
using Kosmopolit.Features.Activities.Talk;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Activities.Trips.Debriefs;
using Kosmopolit.Features.Activities.Trips.Hosts;
using Kosmopolit.Features.Activities.Trips.Meetings;
using Kosmopolit.Features.Activities.Trips.Money;
using Kosmopolit.Features.Activities.Trips.Packs;
using Kosmopolit.Features.Activities.Trips.Programme;
using Kosmopolit.Features.Activities.Trips.Rides;
using Kosmopolit.Features.Activities.Trips.Rooms;
using Kosmopolit.Features.Activities.Trips.Travellers;
using Kosmopolit.Features.Networks.Calendar;
using Kosmopolit.Features.Networks.Desk;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Notices;
using Kosmopolit.Platform.Search;

namespace Kosmopolit.Features.Activities;

public static class ActivitiesRoom
{
    public static IServiceCollection AddActivities(this IServiceCollection services)
    {
        services.AddScoped<ActivityReading>();
        services.AddScoped<ActivityList>();
        services.AddScoped<ActivityMail>();
        services.AddScoped<ProposeActivity>();
        services.AddScoped<ChangeActivity>();
        services.AddScoped<TurnActivity>();
        services.AddScoped<CarryActivity>();
        services.AddScoped<AnswerHosting>();
        services.AddScoped<CopyActivity>();
        services.AddScoped<JoinActivity>();
        services.AddScoped<JoinAsVisitor>();
        services.AddScoped<KeepList>();
        services.AddSingleton<HereCode>();
        services.AddScoped<BeHere>();
        services.AddScoped<SayAbout>();
        services.AddScoped<PhotoReading>();
        services.AddScoped<AddPhoto>();
        services.AddScoped<KeepPhoto>();
        services.AddScoped<Remind>();
        services.AddScoped<TripBook>();
        services.AddScoped<PlanTrip>();
        services.AddScoped<TravelAlong>();
        services.AddScoped<TripCosts>();
        services.AddScoped<ShareCosts>();
        services.AddScoped<ArrangeMeetings>();
        services.AddScoped<TimetableMail>();
        services.AddScoped<TellTimetable>();
        services.AddScoped<PackTexts>();
        services.AddScoped<TripPeople>();
        services.AddScoped<AskHost>();
        services.AddScoped<AnswerAsHost>();
        services.AddScoped<TripHostBook>();
        services.AddScoped<LessonBook>();
        services.AddScoped<DebriefBook>();
        services.AddScoped<CheckBank>();
        services.AddScoped<SayLessons>();
        services.AddScoped<TakeLesson>();
        services.AddScoped<TripListBook>();
        services.AddScoped<KeepRooms>();
        services.AddScoped<KeepRides>();
        services.AddScoped<KeepNumbers>();
        services.AddImporting();
        services.AddLedger();
        services.AddScoped<ActivityEntries>();
        services.AddScoped<CalendarSource, ActivityEntries>();
        services.AddScoped<CalendarSource, MeetingEntries>();
        services.AddSingleton<NoticeSource, ActivityNotices>();
        services.AddSingleton<NoticeSource, TalkNotices>();
        services.AddSingleton<SearchSource, ActivitySearch>();
        services.AddScoped<DeskSource, DeskActivities>();
        services.AddSingleton<Subscriber, OrphanedActivities>();
        services.AddSingleton<ActivityClock>();
        services.AddHostedService(sp => sp.GetRequiredService<ActivityClock>());
        return services;
    }

    public static void MapActivities(this IEndpointRouteBuilder routes)
    {
        ActivitiesAtom.Map(routes);
        CountryFeed.Map(routes);
        PackDoor.Map(routes);
        PhotoDoor.Map(routes);
        StopResultMail.Map(routes);
    }

    private static void AddImporting(this IServiceCollection services)
    {
        services.AddScoped<CalendarReading>();
        services.AddScoped<BringCalendar>();
        services.AddScoped<ConfirmCalendar>();
        services.AddScoped<ForgetCalendars>();
    }

    private static void AddLedger(this IServiceCollection services)
    {
        services.AddSingleton<ResultTicket>();
        services.AddScoped<AskResults>();
        services.AddScoped<AnswerAsk>();
        services.AddScoped<StopResultMail>();
        services.AddScoped<EntryReading>();
        services.AddScoped<WriteEntry>();
        services.AddScoped<ConfirmDeal>();
        services.AddScoped<LedgerBook>();
        services.AddScoped<LedgerFigures>();
    }
}
