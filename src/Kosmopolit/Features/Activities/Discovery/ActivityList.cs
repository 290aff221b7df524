using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Discovery;

/// <summary>What of the activities is wanted; unknown codes find nothing.</summary>
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

    /// <summary>Dated ones first, by their day; then those that wait for one, newest first.</summary>
    public async Task<IReadOnlyList<Activity>> Find(Me reader, ActivityFilter filter, int count = Most, CancellationToken ct = default)
    {
        var rows = await Filtered(db.Set<Activity>().VisibleTo(db, reader), filter)
            .OrderByDescending(a => a.StartsAt)
            .ThenByDescending(a => a.ProposedAt)
            .Take(Most)
            .Include(a => a.Exceptions)
            .AsNoTracking()
            .ToListAsync(ct);
        var now = clock.GetUtcNow();
        return filter.Past || filter.Month is not null
            ? [.. rows.Take(count)]
            :
            [
                .. rows.Where(a => a.StartsAt is null || a.LastEnd() > now)
                    .OrderBy(a => a.NextAfter(now)?.StartsAt ?? DateTimeOffset.MaxValue)
                    .ThenByDescending(a => a.ProposedAt)
                    .Take(count),
            ];
    }

    private static IQueryable<Activity> Filtered(IQueryable<Activity> activities, ActivityFilter filter)
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
                : activities.Where(a => a.State < ActivityState.Held);
        if (filter.Country is { Length: > 0 } country)
            activities = activities.Where(a => a.Country == country);
        if (filter.Network is { } network)
            activities = activities.Where(a => a.NetworkId == network || a.CoHosts.Any(h => h.NetworkId == network));
        return filter.Method is { } method ? activities.Where(a => a.Method == method) : activities;
    }
}
