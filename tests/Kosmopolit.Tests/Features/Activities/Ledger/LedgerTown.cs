using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Ledger;
using Kosmopolit.Features.Activities.Ledger.Asking;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities.Ledger;

/// <summary>Firms with people in them, and something that was held.</summary>
internal static class LedgerTown
{
    /// <summary>A firm that its network may find and name, with these people.</summary>
    public static async Task<Firm> Firm(this Village village, string name, params Member[] people)
    {
        var now = village.House.Clock.GetUtcNow();
        var firm = new Firm(Kosmopolit.Platform.Slug.Meaningless(), new(name, Audience.MyNetwork), now);
        foreach (var member in people)
            firm.Employ(member.Id, FirmRole.Owner, now, Audience.MyNetwork);
        await village.House.Store(firm);
        return firm;
    }

    /// <summary>Held on the evening, with those who had a seat.</summary>
    public static async Task<Activity> Held(this Village village, params Member[] seated)
    {
        var activity = await village.Planned(seated[0], ActivityState.Held);
        foreach (var member in seated)
        {
            var row = new SignUp(activity.Id, member.Id, Doing.Evening);
            row.Become(SignUpState.Coming, Doing.Evening);
            await village.House.Store(row);
        }
        return activity;
    }

    /// <summary>Lets everybody be asked who is due.</summary>
    public static async Task Asks(this Village village)
    {
        while (await village.House.By(village.Coordinator, s => s.GetRequiredService<AskResults>().Next(CancellationToken.None))) { }
    }

    public static Deal Deal(DealStage stage, string country, DateOnly on, Guid? activity = null) =>
        new(stage, country, ValueBand.UpTo250000, on, Evidence.Said, "Zagros Timber", ActivityId: activity);

    public static Task<List<LedgerEntry>> Book(this Village village) =>
        village.House.Ask(db => db.Set<LedgerEntry>().Include(e => e.Versions).OrderBy(e => e.Id).AsNoTracking().ToListAsync());
}
