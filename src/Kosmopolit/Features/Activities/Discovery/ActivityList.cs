using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Discovery;

/// <summary>
/// What of the activities is wanted. A code of a country or a method that nobody knows is refused at the door, page or program
/// alike; a network that is not there, or not for this reader, has none.
/// </summary>
/// <param name="Month">First day of a month: all that falls into it, also what was held.</param>
public sealed record ActivityFilter(
    string? Country = null,
    Guid? Network = null,
    Method? Method = null,
    bool Past = false,
    DateOnly? Month = null
);

/// <summary>Lists activities for a reader: what is coming, or what has been.</summary>
public sealed class ActivityList(KosmopolitDb db, TimeProvider clock)
{
    /// <summary>Nothing lists more; whoever looks for older ones narrows it down.</summary>
    public const int Most = 200;

    /// <summary>No sheet of a month holds more: it says only their titles, and nobody reads on behind it.</summary>
    public const int MostInMonth = 1000;

    /// <summary>Dated ones first, by their day; then those that wait for one, newest first. What has been comes the latest first.</summary>
    /// <param name="count">A month is not cut by it.</param>
    public async Task<IReadOnlyList<Activity>> Find(Me reader, ActivityFilter filter, int count = Most, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var wanted = Filtered(db.Set<Activity>().VisibleTo(db, reader), filter, now);
        // A series that runs for long began early: where there are too many, what begins last is left out, not the series.
        var sorted = filter is { Past: true, Month: null }
            ? wanted.OrderByDescending(a => a.StartsAt)
            : wanted.OrderBy(a => a.StartsAt == null).ThenBy(a => a.StartsAt);
        var rows = await sorted
            .ThenByDescending(a => a.ProposedAt)
            .Take(filter.Month is null ? Most : MostInMonth)
            .Include(a => a.Exceptions)
            .AsNoTracking()
            .ToListAsync(ct);
        return filter switch
        {
            { Month: not null } => rows,
            { Past: true } => [.. rows.Take(count)],
            _ =>
            [
                .. rows.Where(a => a.StartsAt is null || a.LastEnd() > now)
                    .OrderBy(a => a.NextAfter(now)?.StartsAt ?? DateTimeOffset.MaxValue)
                    .ThenByDescending(a => a.ProposedAt)
                    .Take(count),
            ],
        };
    }

    // What is surely over is left out before the cut; the rest is told by its times.
    private static IQueryable<Activity> Coming(IQueryable<Activity> activities, DateTimeOffset now)
    {
        var (day, moved) = (DateOnly.FromDateTime(now.UtcDateTime).AddDays(-3), now.AddDays(-61));
        return activities
            .Where(a => a.State < ActivityState.Held)
            .Where(a => a.StartsAt == null || a.EndsAt > now || a.Until >= day || a.Exceptions.Any(e => e.MovedTo > moved));
    }

    private static IQueryable<Activity> Filtered(IQueryable<Activity> activities, ActivityFilter filter, DateTimeOffset now)
    {
        // A week more at both ends: the sheet shows days of the months beside it, on clocks from everywhere.
        if (filter.Month is { } month)
        {
            var (first, last) = (month.AddDays(-8), month.AddMonths(1).AddDays(8));
            var (from, to) = (Series.At(first, TimeOnly.MinValue, "UTC"), Series.At(last, TimeOnly.MinValue, "UTC"));
            activities = activities
                .Where(a => a.State != ActivityState.CalledOff)
                .Where(a =>
                    (a.StartsAt < to && (a.EndsAt > from || a.Until >= first)) || a.Exceptions.Any(e => e.MovedTo > from && e.MovedTo < to)
                );
        }
        else
            activities = filter.Past
                ? activities.Where(a => a.State == ActivityState.Held || a.State == ActivityState.FollowedUp)
                : Coming(activities, now);
        if (filter.Country is { Length: > 0 } country)
            activities = activities.Where(a => a.Country == country);
        if (filter.Network is { } network)
            activities = activities.Where(a => a.NetworkId == network || a.CoHosts.Any(h => h.NetworkId == network));
        return filter.Method is { } method ? activities.Where(a => a.Method == method) : activities;
    }
}
