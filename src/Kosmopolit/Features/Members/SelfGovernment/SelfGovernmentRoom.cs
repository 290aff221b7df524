using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Members.SelfGovernment.Offices;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Members.SelfGovernment.Removals;
using Kosmopolit.Features.Members.SelfGovernment.Succession;
using Kosmopolit.Features.Networks.Desk;

namespace Kosmopolit.Features.Members.SelfGovernment;

public static class SelfGovernmentRoom
{
    public static IServiceCollection AddSelfGovernment(this IServiceCollection services)
    {
        services.AddScoped<Signing>();
        services.AddScoped<GovernmentMail>();
        services.AddScoped<Propose>();
        services.AddScoped<Reword>();
        services.AddScoped<Discuss>();
        services.AddScoped<Stand>();
        services.AddSingleton<SealedUrn>();
        services.AddScoped<ElectoralRoll>();
        services.AddScoped<CallBallot>();
        services.AddScoped<CastVote>();
        services.AddScoped<Papers>();
        services.AddScoped<GiveOffice>();
        services.AddScoped<Decisions>();
        services.AddScoped<CloseBallot>();
        services.AddScoped<Officers>();
        services.AddScoped<HoldOffice>();
        services.AddScoped<RemoveMember>();
        services.AddScoped<AppealRemoval>();
        services.AddScoped<Warnings>();
        services.AddScoped<Reminders>();
        services.AddScoped<WakeUp>();
        services.AddScoped<EndNetwork>();
        services.AddSingleton<GovernmentClock>();
        services.AddHostedService(sp => sp.GetRequiredService<GovernmentClock>());
        services.AddScoped<DeskSource, DeskVotes>();
        services.AddScoped<DeskSource, DeskTerms>();
        services.AddScoped<DeskSource, DeskRemovals>();
        services.AddScoped<DeskSource, DeskFuture>();
        return services;
    }
}
