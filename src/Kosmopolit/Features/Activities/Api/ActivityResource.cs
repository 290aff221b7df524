namespace Kosmopolit.Features.Activities.Api;

/// <summary>An activity in a list.</summary>
/// <param name="Language">BCP 47 tag of its words.</param>
/// <param name="Country">ISO 3166-1 alpha-2 of the country it is about, or null.</param>
/// <param name="StartsAt">When it begins next, or began last; null while nobody has set it.</param>
/// <param name="TimeZone">IANA name of the clock it keeps to.</param>
public sealed record ActivityListed(
    Guid Id,
    string Title,
    string Language,
    Method Method,
    ActivityState State,
    bool IsTrip,
    string? Country,
    string? Place,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    string TimeZone
)
{
    internal static ActivityListed Of(Activity a, DateTimeOffset now)
    {
        var times = a.Times();
        Occurrence? next = a.NextAfter(now) ?? (times.Count > 0 ? times[^1] : null);
        return new(
            a.Id,
            a.Title,
            a.Language,
            a.Method,
            a.State,
            a.IsTrip,
            Set(a.Country),
            Set(a.Place),
            next?.StartsAt,
            next?.EndsAt,
            a.TimeZone
        );
    }

    internal static string? Set(string value) => value.Length == 0 ? null : value;
}

/// <summary>Activities that this reader sees, the next first; of past ones the latest first.</summary>
public sealed record ActivitiesFound(IReadOnlyList<ActivityListed> Activities);

/// <summary>Who holds it: a network or a partner organisation.</summary>
/// <param name="Path">Its page, from the root.</param>
public sealed record ActivityHost(string Name, string? Path);

/// <summary>An activity as its page shows it.</summary>
/// <param name="Text">Plain words, lines kept.</param>
/// <param name="Lessons">What it gave, or what was learnt last time; null when nobody has written it.</param>
/// <param name="Rule">The rhythm of a series as RFC 5545 writes it; null for what comes once.</param>
/// <param name="Threshold">How many must want it.</param>
/// <param name="Interested">How many would come, whether they have a seat or not.</param>
/// <param name="Capacity">Null when there is no limit.</param>
/// <param name="Deadline">Until when one can sign up; null until it begins.</param>
/// <param name="Cost">What it costs each, in hundredths of the currency; null for nothing.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record ActivityResource(
    ActivityListed Activity,
    string? Text,
    string? Lessons,
    string? Rule,
    int Threshold,
    int Interested,
    int? Capacity,
    DateTimeOffset? Deadline,
    long? Cost,
    string Currency,
    IReadOnlyList<ActivityHost> Hosts
)
{
    internal static ActivityResource Of(ActivityView view, DateTimeOffset now)
    {
        var a = view.Row;
        return new(
            ActivityListed.Of(a, now),
            ActivityListed.Set(a.Text),
            ActivityListed.Set(a.Lessons),
            ActivityListed.Set(a.Rule()),
            a.Threshold,
            view.Interested,
            a.Capacity,
            a.Deadline,
            a.CostMinor > 0 ? a.CostMinor : null,
            a.Currency,
            [.. view.With.Select(h => new ActivityHost(h.Name, h.Path))]
        );
    }
}
