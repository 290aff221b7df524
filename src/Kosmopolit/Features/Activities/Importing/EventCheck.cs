using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kosmopolit.Features.Networks.Calendar;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Activities.Importing;

/// <summary>Looks at every event of a file: what it would become here, and what is the matter with it.</summary>
/// <param name="there">Activities that came of events brought earlier, by the events' keys.</param>
public sealed class EventCheck(Atlas atlas, Texts t, IReadOnlyDictionary<string, Guid> there, DateTimeOffset now)
{
    public static string KeyOf(FoundEvent found)
    {
        var uid = found.Value("UID");
        var name = uid.Length > 0 ? uid : $"{found.Value("SUMMARY")}\n{found.Value("DTSTART")}";
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
    }

    public IReadOnlyList<CheckedEvent> All(CalendarText file)
    {
        var wholes = file.Events.Where(e => e.Line("RECURRENCE-ID") is null).GroupBy(KeyOf).ToDictionary(g => g.Key, g => g.First().Number);
        var changes = file.Events.Where(e => e.Line("RECURRENCE-ID") is not null).ToLookup(KeyOf);
        var rows = new List<CheckedEvent>();
        foreach (var found in file.Events)
        {
            var key = KeyOf(found);
            var isChange = found.Line("RECURRENCE-ID") is not null;
            // Another time of a series stands with the series; alone it is an event like others.
            if (isChange && wholes.ContainsKey(key))
                continue;
            var first = isChange ? changes[key].First().Number : wholes[key];
            rows.Add(Check(found, key, isChange ? [] : [.. changes[key]], first == found.Number ? 0 : first));
        }
        return rows;
    }

    private CheckedEvent Check(FoundEvent found, string key, IReadOnlyList<FoundEvent> changes, int first)
    {
        var notes = new List<EventNote>();
        var input = new ActivityInput();
        Word(found, input, notes);
        if (first > 0)
            notes.Add(new(EventProblem.TwiceInFile, Other: first));
        if (there.TryGetValue(key, out var known))
            notes.Add(new(EventProblem.ThereAlready, Activity: known));
        if (found.IsCutOff)
            notes.Add(new(EventProblem.CutOff));
        if (found.Value("STATUS").Equals("CANCELLED", StringComparison.OrdinalIgnoreCase))
            notes.Add(new(EventProblem.CalledOff));
        if (found.Value("CLASS").ToUpperInvariant() is "PRIVATE" or "CONFIDENTIAL")
            notes.Add(new(EventProblem.Private));
        if (found.Lines.Any(l => l.Name == "ATTACH"))
            notes.Add(new(EventProblem.FilesStay));
        var exceptions = Time(found, changes, input, notes);
        if (notes.All(n => n.Problem >= EventProblem.UnknownClock) && Refused(input) is { } why)
            notes.Add(new(EventProblem.Refused, why));
        return new CheckedEvent(found.Number, key, input, exceptions, [.. notes.OrderBy(n => n.Problem)]);
    }

    private static void Word(FoundEvent found, ActivityInput input, List<EventNote> notes)
    {
        var (title, text) = (PlainText.Clean(EventWords.Of(found.Line("SUMMARY"))), EventWords.Of(found.Line("DESCRIPTION")));
        var place = PlainText.Clean(EventWords.Of(found.Line("LOCATION")));
        input.Title = EventWords.Cut(title, ActivityMapping.MostTitle);
        input.Text = EventWords.Cut(text, ActivityMapping.MostText);
        if (title.Length == 0)
            notes.Add(new(EventProblem.NoTitle));
        if (input.Title.Length < title.Length || input.Text.Length < text.Length)
            notes.Add(new(EventProblem.CutShort));
        string[] links = [place, found.Value("URL"), found.Value("X-GOOGLE-CONFERENCE")];
        input.Link = links.FirstOrDefault(l => l.Length <= ActivityMapping.MostLink && ActivityInput.IsAddress(l));
        input.Place = place == input.Link ? "" : EventWords.Cut(place, 200);
        if (found.Value("URL") is { Length: > 0 } url && !ActivityInput.IsAddress(url))
            notes.Add(new(EventProblem.LinkLeftOut));
    }

    private List<EventChange> Time(FoundEvent found, IReadOnlyList<FoundEvent> changes, ActivityInput input, List<EventNote> notes)
    {
        var rule = found.Value("RRULE");
        if (found.Line("DTSTART") is not { } line || EventTime.Read(line) is not { } start)
        {
            notes.Add(new(found.Line("DTSTART") is null ? EventProblem.NoStart : EventProblem.BadStart));
            return [];
        }
        // World time is written for what comes once, too: then people mean the clock on their wall.
        start = start.Zone == EventTime.World && rule.Length == 0 ? start.On(CalendarEntry.Home) : start;
        if (start.Unknown.Length > 0)
            notes.Add(new(EventProblem.UnknownClock, EventWords.Cut(PlainText.Clean(start.Unknown), 60)));
        var (length, odd) = EventLength.Of(found, start);
        if (odd is { } problem)
            notes.Add(new(problem));
        if (odd is EventProblem.EndsFirst or EventProblem.TooLong)
            return [];
        var changed = Changed(found, changes, start);
        var off = changed.Where(c => c.Value is null).Select(c => c.Key).ToHashSet();
        var rhythm = EventRhythm.Read(rule, start, DateOnly.FromDateTime(Series.Wall(now, start.Zone)), off);
        notes.AddRange(rhythm.Notes);
        if (rhythm.Rhythm != Rhythm.Once && length > TimeSpan.FromDays(1))
            notes.Add(new(EventProblem.LongSeries));
        if (found.Lines.Any(l => l.Name == "RDATE"))
            notes.Add(new(EventProblem.ExtraDays));
        if (changes.Count > 0)
            notes.Add(new(EventProblem.OtherTimes));
        if (rhythm.Rhythm != Rhythm.Once)
        {
            Fill(input, start, length, rhythm);
            return Exceptions(rhythm, changed);
        }
        // The only time of a series may have been moved, too.
        if (changed.GetValueOrDefault(rhythm.First) is { } moved)
            (start, rhythm) = (moved, rhythm with { First = moved.Day });
        Fill(input, start, length, rhythm);
        var isOver = Series.At(rhythm.First, start.Hour, start.Zone) + length <= now;
        if (isOver && rhythm.Notes.All(n => n.Problem >= EventProblem.UnknownClock))
            notes.Add(new(EventProblem.Over));
        return [];
    }

    /// <summary>Days of a series that were moved, and where to, or called off.</summary>
    private static Dictionary<DateOnly, EventTime?> Changed(FoundEvent found, IReadOnlyList<FoundEvent> changes, EventTime start)
    {
        var days = new Dictionary<DateOnly, EventTime?>();
        foreach (var day in found.Lines.Where(l => l.Name == "EXDATE").SelectMany(EventTime.All).Select(e => e.On(start.Zone).Day))
            days[day] = null;
        foreach (var change in changes)
        {
            if (EventTime.Read(change.Line("RECURRENCE-ID")!)?.On(start.Zone).Day is not { } day)
                continue;
            if (change.Value("STATUS").Equals("CANCELLED", StringComparison.OrdinalIgnoreCase))
                days[day] = null;
            else if (change.Line("DTSTART") is { } line && EventTime.Read(line)?.On(start.Zone) is { } moved)
                days[day] = moved;
        }
        return days;
    }

    private static List<EventChange> Exceptions(EventRhythm rhythm, Dictionary<DateOnly, EventTime?> changed)
    {
        var exceptions = rhythm.LeftOut.ToDictionary(d => d, d => new EventChange(d, null));
        foreach (var day in Series.Days(rhythm.First, rhythm.Rhythm, rhythm.Until))
            if (changed.TryGetValue(day, out var moved))
                exceptions[day] = new EventChange(day, moved?.At);
        return [.. exceptions.Values.OrderBy(e => e.Day)];
    }

    private static void Fill(ActivityInput input, EventTime start, TimeSpan length, EventRhythm rhythm)
    {
        var (from, hour) = (rhythm.First.ToDateTime(start.Hour), "HH:mm");
        var to = from + length;
        (input.Day, input.Time) = (Day(from), from.ToString(hour, CultureInfo.InvariantCulture));
        (input.EndDay, input.EndTime) = (Day(to), to.ToString(hour, CultureInfo.InvariantCulture));
        (input.TimeZone, input.Rhythm) = (start.Zone, rhythm.Rhythm);
        input.Until = rhythm.Until is { } until ? Day(until.ToDateTime(default)) : null;
    }

    // What the form for proposing would refuse is refused here, before anything is stored.
    private string? Refused(ActivityInput input)
    {
        var wrong = new List<ValidationResult>();
        if (!Validator.TryValidateObject(input, new ValidationContext(input), wrong, validateAllProperties: true))
            return t.Say(Refusal.Remembered(wrong[0].ErrorMessage ?? ""));
        var trial = new Activity(Guid.Empty, Guid.Empty, input.Method, isTrip: false, now);
        return input.Fill(trial, t.Language.Tag, atlas) is { } refusal ? t.Say(refusal) : null;
    }

    private static string Day(DateTime at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
