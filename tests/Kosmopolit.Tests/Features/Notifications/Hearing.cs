using Kosmopolit.Features.Notifications.Mails;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Notifications;

/// <summary>Waits for the keeper of notices, and writes the mails that are due.</summary>
internal static class Hearing
{
    /// <summary>Until the keeper has come by every event there is.</summary>
    public static async Task Heard(House house)
    {
        await Words.Settle(house);
        await Words.Come(
            async () =>
                await house.Ask(async db =>
                {
                    var end = await db.Set<LoggedEvent>().MaxAsync(e => e.Position);
                    return await db.Set<EventCursor>().AnyAsync(c => c.Subscriber == "notices" && c.Position >= end);
                }),
            TimeSpan.FromSeconds(30),
            "The keeper of notices"
        );
    }

    /// <summary>Writes what is due, as the worker would.</summary>
    public static async Task Write(House house)
    {
        for (var again = true; again; )
        {
            await using var scope = house.App.Services.CreateAsyncScope();
            again = await scope.ServiceProvider.GetRequiredService<NoticeMail>().WriteNext(Until.Stopped);
        }
    }

    public static async Task<List<OutgoingMail>> MailsTo(House house, string address) =>
        [.. (await house.All<OutgoingMail>()).Where(m => m.To == address).OrderBy(m => m.Id)];
}
