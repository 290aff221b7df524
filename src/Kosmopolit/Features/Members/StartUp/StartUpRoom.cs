using Kosmopolit.Features.Members.StartUp.Answers;
using Kosmopolit.Features.Members.StartUp.Founding;
using Kosmopolit.Features.Members.StartUp.Groups;
using Kosmopolit.Features.Members.StartUp.Handover;
using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Members.StartUp.Minutes;
using Kosmopolit.Features.Members.StartUp.Powers;
using Kosmopolit.Features.Members.StartUp.Skills;
using Kosmopolit.Features.Members.StartUp.Statutes;
using Kosmopolit.Features.Networks.Calendar;
using Kosmopolit.Features.Networks.Desk;

namespace Kosmopolit.Features.Members.StartUp;

public static class StartUpRoom
{
    public static IServiceCollection AddStartUp(this IServiceCollection services)
    {
        services.AddScoped<StartUpPlace>();
        services.AddScoped<PlanMeeting>();
        services.AddScoped<WriteAgenda>();
        services.AddScoped<CalendarSource, MeetingEntries>();
        services.AddSingleton<AnswerTicket>();
        services.AddScoped<MeetingMail>();
        services.AddScoped<SendInvitations>();
        services.AddScoped<AnswerInvitation>();
        services.AddScoped<Attendees>();
        services.AddScoped<RecordAttendance>();
        services.AddScoped<KeepMinutes>();
        services.AddScoped<SkillsMap>();
        services.AddScoped<RunGroups>();
        services.AddScoped<WriteCharter>();
        services.AddScoped<FoundingVotes>();
        services.AddScoped<RecordElection>();
        services.AddScoped<HandOver>();
        services.AddScoped<BreakGlass>();
        services.AddScoped<InviteGuest>();
        services.AddScoped<DeskSource, DeskHandover>();
        services.AddScoped<DeskSource, DeskTasks>();
        return services;
    }
}
