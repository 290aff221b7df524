using Kosmopolit.Features.Members.Feeds;

namespace Kosmopolit.Features.Activities.Calendars;

/// <summary>An activity as the calendar file of a mail (RFC 6047): the same event however often it is sent, newer ones with a higher number.</summary>
public static class ActivityInvitation
{
    /// <param name="organizer">Address the mail comes from.</param>
    /// <param name="attendee">Address it goes to.</param>
    public static string Write(Activity activity, ActivityLetter kind, string page, string organizer, string attendee, DateTimeOffset now)
    {
        var isOff = kind is ActivityLetter.CalledOff or ActivityLetter.Away;
        var entry = ActivityEntries.Entry(activity, now, activity.Place.Length > 0 ? activity.Place : activity.Link) with
        {
            IsCancelled = isOff,
            Changed = now,
        };
        return CalendarFile.Invite(entry, isOff ? "CANCEL" : "REQUEST", page, organizer, attendee);
    }
}
