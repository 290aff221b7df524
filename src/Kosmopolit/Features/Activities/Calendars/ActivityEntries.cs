using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Calendar;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Calendars;

/// <summary>
/// Activities in calendars, once their day is announced: in a network's, in a country's, in that of whoever takes part.
/// What was called off after that stays, struck out.
/// </summary>
public sealed class ActivityEntries(KosmopolitDb db, Atlas atlas, Texts texts) : CalendarSource
{
    /// <summary>Entries of one file at most.</summary>
    private const int Most = 500;

    public override Task<IReadOnlyList<CalendarEntry>> Entries(Network network, Me reader, DateTimeOffset after, CancellationToken ct) =>
        Read(db.Set<Activity>().Where(a => a.NetworkId == network.Id || a.CoHosts.Any(h => h.NetworkId == network.Id)), reader, after, ct);

    public override Task<IReadOnlyList<CalendarEntry>> Own(Me reader, DateTimeOffset after, CancellationToken ct)
    {
        var self = reader.MemberId;
        return Read(
            db.Set<Activity>()
                .Where(a =>
                    a.Organisers.Any(o => o.MemberId == self && o.EndedAt == null)
                    || db.Set<SignUp>().Any(s => s.ActivityId == a.Id && s.MemberId == self && s.State == SignUpState.Coming)
                ),
            reader,
            after,
            ct
        );
    }

    /// <param name="country">Alpha-2.</param>
    public Task<IReadOnlyList<CalendarEntry>> Of(string country, Me reader, DateTimeOffset after, CancellationToken ct) =>
        Read(db.Set<Activity>().Where(a => a.Country == country), reader, after, ct);

    public static CalendarEntry Entry(Activity activity, DateTimeOffset now, string place)
    {
        var all = activity.Times();
        var planned = activity.Days().ToHashSet();
        var (start, end) = (activity.StartsAt ?? default, activity.EndsAt ?? default);
        return new CalendarEntry(activity.Id, activity.Title, start, end, activity.TimeZone)
        {
            Place = place,
            Text = Brief(activity.Text),
            Language = activity.Language,
            Path = activity.Path(),
            IsPublic = activity.IsPublic,
            IsCancelled = activity.State == ActivityState.CalledOff,
            Changed = activity.ChangedAt,
            Sequence = activity.Sequence,
            Next = activity.Rhythm == Rhythm.Once ? null : activity.NextAfter(now)?.StartsAt,
            Series = activity.Rule() is { Length: > 0 } rule
                ? new CalendarSeries(
                    rule,
                    [.. activity.Exceptions.Where(e => e.MovedTo is null && planned.Contains(e.Day)).Select(e => Planned(activity, e.Day))],
                    [.. all.Where(t => t.Planned != t.StartsAt).Select(t => (t.Planned, t.StartsAt, t.EndsAt))]
                )
                : null,
        };
    }

    // What came once is read by its end, a series by its last day.
    private async Task<IReadOnlyList<CalendarEntry>> Read(
        IQueryable<Activity> activities,
        Me reader,
        DateTimeOffset after,
        CancellationToken ct
    )
    {
        var day = DateOnly.FromDateTime(after.UtcDateTime);
        var rows = await activities
            .VisibleTo(db, reader)
            .Where(a => a.StartsAt != null && a.State >= ActivityState.Planned)
            .Where(a => a.State != ActivityState.CalledOff || a.History.Any(h => h.State == ActivityState.Planned))
            .Where(a => a.EndsAt > after || a.Until >= day || a.Exceptions.Any(e => e.MovedTo > after))
            .OrderBy(a => a.StartsAt)
            .ThenBy(a => a.Id)
            .Take(Most)
            .Include(a => a.Exceptions)
            .AsNoTracking()
            .ToListAsync(ct);
        return [.. rows.Select(a => Entry(a, after, ActivityWording.Place(a, atlas, texts)))];
    }

    private static DateTimeOffset Planned(Activity activity, DateOnly day) =>
        Series.At(day, TimeOnly.FromDateTime(Series.Wall(activity.StartsAt ?? default, activity.TimeZone)), activity.TimeZone);

    private static string Brief(string text) => text.Length <= 600 ? text : text[..600] + "…";
}
