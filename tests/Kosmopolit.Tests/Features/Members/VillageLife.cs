using Kosmopolit.Features.Members.Desk.Monday;
using Kosmopolit.Features.Members.Importing;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.Renewal;
using Kosmopolit.Features.Networks.Letters;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Members;

/// <summary>What passes in a village besides what people do.</summary>
internal static class VillageLife
{
    /// <summary>The newest membership of somebody.</summary>
    public static async Task<Guid> Membership(this Village village, Member member) =>
        (await village.House.All<Membership>()).Where(m => m.MemberId == member.Id).MaxBy(m => m.Id)!.Id;

    /// <summary>Lets the clock do everything that is due, as the worker would.</summary>
    public static async Task Tick(this Village village)
    {
        for (var again = true; again; )
        {
            await using var scope = village.House.App.Services.CreateAsyncScope();
            again = await scope.ServiceProvider.GetRequiredService<MembershipClock>().Tick(Until.Stopped);
        }
    }

    /// <summary>Lets everything that is to be forgotten be forgotten.</summary>
    public static async Task Forget(this Village village)
    {
        for (var again = true; again; )
        {
            await using var scope = village.House.App.Services.CreateAsyncScope();
            again =
                await scope.ServiceProvider.GetRequiredService<ForgetImports>().Run(Until.Stopped)
                | await scope.ServiceProvider.GetRequiredService<ForgetLetters>().Run(Until.Stopped);
        }
    }

    /// <summary>Writes the Monday mails that are due.</summary>
    public static async Task Monday(this Village village)
    {
        for (var again = true; again; )
        {
            await using var scope = village.House.App.Services.CreateAsyncScope();
            again = await scope.ServiceProvider.GetRequiredService<MondayMail>().WriteNext(Until.Stopped);
        }
    }
}
