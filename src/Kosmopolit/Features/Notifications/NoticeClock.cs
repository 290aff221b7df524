using Kosmopolit.Platform.Clock;
using Kosmopolit.Platform.Notices;

namespace Kosmopolit.Features.Notifications;

/// <summary>When news are due by mail: a day's at seven by the wall clock, a week's on Monday at seven.</summary>
public static class NoticeClock
{
    private static readonly TimeOnly Seven = new(7, 0);

    /// <summary>The next moment after <paramref name="now"/> for this pace; null when no mail is wanted.</summary>
    public static DateTimeOffset? Due(Pace pace, DateTimeOffset now)
    {
        var today = SwedishTime.Today(now);
        return pace switch
        {
            Pace.AtOnce => now,
            Pace.Daily => Next(today, 1, now),
            Pace.Weekly => Next(today.AddDays(-(((int)today.DayOfWeek + 6) % 7)), 7, now),
            _ => null,
        };
    }

    private static DateTimeOffset Next(DateOnly from, int days, DateTimeOffset now)
    {
        var at = SwedishTime.Leniently(from, Seven);
        return at > now ? at : SwedishTime.Leniently(from.AddDays(days), Seven);
    }
}
