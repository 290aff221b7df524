using Kosmopolit.Features.Members.People;

namespace Kosmopolit.Features.Members.Renewal;

/// <summary>The year of a membership: when it is asked about, until when it holds, when it lapses.</summary>
public static class RenewalYear
{
    /// <summary>Days before the day on which a member is reminded.</summary>
    public const int Early = 30;

    public const int Late = 7;

    /// <summary>Days after the day before a membership lapses.</summary>
    public const int Grace = 30;

    /// <summary>Days that lie between a reminder and the lapse at least, whatever stood still meanwhile.</summary>
    public const int Notice = 14;

    /// <summary>
    /// The first day of a membership that has none: the next anniversary that leaves time for both reminders. One that
    /// began on 29 February is asked about on the 28th.
    /// </summary>
    public static DateOnly FirstDay(Membership membership, DateOnly today)
    {
        var since = DateOnly.FromDateTime(membership.Since.UtcDateTime);
        var years = Math.Max(1, today.Year - since.Year);
        while (since.AddYears(years) < today.AddDays(Early + 10))
            years++;
        return since.AddYears(years);
    }

    /// <summary>Until when a membership holds when somebody says today that they stay.</summary>
    public static DateOnly Next(DateOnly? day, DateOnly today)
    {
        var from = day is { } due && due >= today ? due : today;
        return from.AddYears(1);
    }

    /// <summary>Whether the question is open: from the first reminder on.</summary>
    public static bool IsAsked(Membership membership, DateOnly today) =>
        membership.State == MembershipState.Active && membership.RenewBy is { } day && day <= today.AddDays(Early);
}
