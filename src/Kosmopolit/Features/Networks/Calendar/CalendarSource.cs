using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Clock;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Networks.Calendar;

/// <summary>Something that happens in a network at a certain time: a meeting, an activity.</summary>
/// <param name="Id">The row's key: calendars know the event by it when it moves.</param>
/// <param name="Start">When it begins; the wall clock of <paramref name="TimeZone"/> is what people keep to.</param>
/// <param name="End">When it ends; not before it begins.</param>
/// <param name="TimeZone">IANA name, such as <c>Europe/Stockholm</c>.</param>
public sealed record CalendarEntry(Guid Id, string Title, DateTimeOffset Start, DateTimeOffset End, string TimeZone = CalendarEntry.Home)
{
    public const string Home = "Europe/Stockholm";

    /// <summary>Names it in another language, where the product named it and not somebody; null keeps <see cref="Title"/>.</summary>
    public Func<Texts, string>? Naming { get; init; }

    /// <summary>Where it is held, or empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>What it is about, or empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>BCP 47 tag of title and text.</summary>
    public string Language { get; init; } = "sv";

    /// <summary>Page of the event from the root, without a language; empty for the network's own page.</summary>
    public string Path { get; init; } = "";

    /// <summary>Everyone may know of it; otherwise only the network's members.</summary>
    public bool IsPublic { get; init; }

    /// <summary>It was called off: calendars strike it out instead of forgetting it.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset Changed { get; init; }

    /// <summary>How often it was changed since it was announced; calendars take the higher number.</summary>
    public int Sequence { get; init; }

    /// <summary>How it comes back; null for what comes once.</summary>
    public CalendarSeries? Series { get; init; }

    /// <summary>The time that matters now, of what comes back; null for the beginning.</summary>
    public DateTimeOffset? Next { get; init; }
}

/// <param name="Rule">Recurrence rule of RFC 5545.</param>
/// <param name="Skipped">Times of the rule that are left out.</param>
/// <param name="Moved">Times of the rule that are held at another time.</param>
public sealed record CalendarSeries(
    string Rule,
    IReadOnlyList<DateTimeOffset> Skipped,
    IReadOnlyList<(DateTimeOffset Planned, DateTimeOffset Start, DateTimeOffset End)> Moved
);

/// <summary>
/// What one room puts into a network's calendar: its page, its feeds. A room adds itself with
/// <c>services.AddScoped&lt;CalendarSource, …&gt;()</c>.
/// </summary>
public abstract class CalendarSource
{
    /// <summary>
    /// The entries that <paramref name="reader"/> may know of and that end after <paramref name="after"/>: public ones for
    /// everyone, the others for members of the network alone, hidden inside the query.
    /// </summary>
    public abstract Task<IReadOnlyList<CalendarEntry>> Entries(Network network, Me reader, DateTimeOffset after, CancellationToken ct);

    /// <summary>What this reader themselves take part in, whatever network it is in, and that ends after <paramref name="after"/>.</summary>
    public virtual Task<IReadOnlyList<CalendarEntry>> Own(Me reader, DateTimeOffset after, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<CalendarEntry>>([]);
}

public static class CalendarEntries
{
    /// <summary>What all rooms have for a network, in the order of time.</summary>
    public static async Task<IReadOnlyList<CalendarEntry>> Entries(
        this IEnumerable<CalendarSource> sources,
        Network network,
        Me reader,
        DateTimeOffset after,
        CancellationToken ct
    )
    {
        var all = new List<CalendarEntry>();
        foreach (var source in sources)
            all.AddRange(await source.Entries(network, reader, after, ct));
        return [.. all.OrderBy(e => e.Next ?? e.Start).ThenBy(e => e.Id)];
    }

    /// <summary>The beginning as the wall clock of its place shows it.</summary>
    public static DateTimeOffset Wall(this CalendarEntry entry) =>
        TimeZoneInfo.ConvertTime(
            entry.Next ?? entry.Start,
            TimeZoneInfo.TryFindSystemTimeZoneById(entry.TimeZone, out var zone)
                ? zone
                : TimeZoneInfo.FindSystemTimeZoneById(CalendarEntry.Home)
        );
}
