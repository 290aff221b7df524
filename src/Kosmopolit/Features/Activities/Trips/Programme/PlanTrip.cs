using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Programme;

public sealed class StopInput
{
    [StringLength(2, ErrorMessage = "Choose from the list.")]
    public string? Country { get; set; }

    [PlainText(200)]
    public string? Town { get; set; }

    [StringLength(40)]
    public string? Arrives { get; set; }

    [StringLength(40)]
    public string? Leaves { get; set; }

    /// <summary>Degrees north and east with a comma between; empty where nobody needs it on the map.</summary>
    [StringLength(60, ErrorMessage = "Write two numbers, for instance 36.19, 44.01.")]
    public string? Spot { get; set; }
}

public sealed class ItemInput
{
    [StringLength(40)]
    public string? Day { get; set; }

    [StringLength(40)]
    public string? Time { get; set; }

    [PlainText(200)]
    public string? Words { get; set; }

    [PlainText(200)]
    public string? Venue { get; set; }
}

public sealed class CounterpartInput
{
    [PlainText(200)]
    public string? Name { get; set; }

    [PlainText(500)]
    public string? About { get; set; }

    [PlainText(200)]
    public string? Address { get; set; }

    [StringLength(40)]
    public string? MeetDay { get; set; }

    [StringLength(40)]
    public string? From { get; set; } = "09:00";

    [StringLength(40)]
    public string? To { get; set; } = "16:00";
}

/// <summary>The organisers lay a trip out: stays, programme, whom one can meet there, what all should know.</summary>
public sealed class PlanTrip(KosmopolitDb db, Me me, Atlas atlas, TimeProvider clock)
{
    /// <summary>Lines of one kind.</summary>
    public const int Most = 100;

    private static readonly Refusal Unreadable = new("Write the day as year-month-day, for instance 2027-01-20.");

    private static readonly Refusal NoTime = new("Write the time as hours and minutes, for instance 18:00.");

    public async Task<Refusal?> Stay(Guid id, StopInput input, CancellationToken ct = default)
    {
        var (trip, refusal) = await Trip(id, ct);
        if (trip is null)
            return refusal;
        if (atlas.Country(PlainText.Clean(input.Country)) is not { } country)
            return new Refusal("Choose from the list.", nameof(input.Country));
        if (PlainText.Clean(input.Town) is not { Length: > 0 } place)
            return new Refusal("Write the place.", nameof(input.Town));
        if (Typing.Day(input.Arrives) is not { } from)
            return Unreadable with { Field = nameof(input.Arrives) };
        if (Typing.Day(input.Leaves) is not { } to)
            return Unreadable with { Field = nameof(input.Leaves) };
        if (to < from || to.DayNumber - from.DayNumber > 60)
            return new Refusal("It ends after it begins, and lasts at most 60 days.", nameof(input.Leaves));
        if (Outside(trip, from, nameof(input.Arrives)) is { } early)
            return early;
        if (Outside(trip, to, nameof(input.Leaves)) is { } late)
            return late;
        if (!string.IsNullOrWhiteSpace(input.Spot) && Typing.Spot(input.Spot) is null)
            return new Refusal("Write two numbers, for instance 36.19, 44.01.", nameof(input.Spot));
        var known = await db.Set<TripStop>().CountAsync(s => s.ActivityId == id, ct);
        return await Add(known, new TripStop(id, country.Alpha2, place, from, to).At(Typing.Spot(input.Spot)), ct);
    }

    public async Task<Refusal?> Item(Guid id, ItemInput input, CancellationToken ct = default)
    {
        var (trip, refusal) = await Trip(id, ct);
        if (trip is null)
            return refusal;
        if (Typing.Day(input.Day) is not { } day)
            return Unreadable with { Field = nameof(input.Day) };
        if (Outside(trip, day, nameof(input.Day)) is { } odd)
            return odd;
        if (Typing.Time(input.Time) is not { } time)
            return NoTime with { Field = nameof(input.Time) };
        if (PlainText.Clean(input.Words) is not { Length: > 0 } words)
            return new Refusal("Write something first.", nameof(input.Words));
        var known = await db.Set<ProgrammeItem>().CountAsync(i => i.ActivityId == id, ct);
        return await Add(known, new ProgrammeItem(id, day, time, words, PlainText.Clean(input.Venue)), ct);
    }

    public async Task<Refusal?> Meet(Guid id, CounterpartInput input, CancellationToken ct = default)
    {
        var (trip, refusal) = await Trip(id, ct);
        if (trip is null)
            return refusal;
        if (PlainText.Clean(input.Name) is not { Length: > 0 } name)
            return new Refusal("Write something first.", nameof(input.Name));
        if (Typing.Day(input.MeetDay) is not { } day)
            return Unreadable with { Field = nameof(input.MeetDay) };
        if (Outside(trip, day, nameof(input.MeetDay)) is { } odd)
            return odd;
        if (Typing.Time(input.From) is not { } from)
            return NoTime with { Field = nameof(input.From) };
        if (Typing.Time(input.To) is not { } to)
            return NoTime with { Field = nameof(input.To) };
        if (to <= from)
            return new Refusal("The end must come after the beginning.", nameof(input.To));
        var row = new Counterpart(id, name, PlainText.CleanLines(input.About), PlainText.Clean(input.Address), new Hours(day, from, to));
        return await Add(await db.Set<Counterpart>().CountAsync(c => c.ActivityId == id, ct), row, ct);
    }

    public async Task<Refusal?> Write(Guid id, SheetInput input, CancellationToken ct = default)
    {
        if (await Refuse(id, ct) is { } refusal)
            return refusal;
        if (Typing.Whole(input.Length, 10, 240) is not { } length)
            return new Refusal("Choose a number between 10 and 240.", nameof(input.Length));
        if (Typing.Whole(input.Break, 0, 120) is not { } rest)
            return new Refusal("Choose a number between 0 and 120.", nameof(input.Break));
        if (Typing.Whole(input.Travel, 0, 240) is not { } travel)
            return new Refusal("Choose a number between 0 and 240.", nameof(input.Travel));
        var sheet = await db.Set<TripSheet>().SingleOrDefaultAsync(s => s.ActivityId == id, ct);
        if (sheet is null)
            db.Add(sheet = new TripSheet(id));
        if (input.IsOvertakenBy(SheetInput.Of(sheet)))
            return ActivityBook.Elsewhere;
        sheet.Write(
            PlainText.CleanLines(input.Risks),
            PlainText.CleanLines(input.Emergency),
            PlainText.CleanLines(input.Phrases),
            PlainText.CleanLines(input.Lists),
            clock.GetUtcNow()
        );
        sheet.Set(length, rest, travel);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    /// <summary>Takes a stay, a point of the programme or a counterpart off; meetings with it go, too.</summary>
    public async Task<Refusal?> Remove(Guid id, Guid row, CancellationToken ct = default)
    {
        if (await Refuse(id, ct) is { } refusal)
            return refusal;
        db.RemoveRange(await db.Set<TripStop>().Where(s => s.Id == row && s.ActivityId == id).ToListAsync(ct));
        db.RemoveRange(await db.Set<ProgrammeItem>().Where(s => s.Id == row && s.ActivityId == id).ToListAsync(ct));
        db.RemoveRange(await db.Set<Counterpart>().Where(s => s.Id == row && s.ActivityId == id).ToListAsync(ct));
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    private async Task<Outcome<Activity>> Trip(Guid id, CancellationToken ct)
    {
        var (activity, refusal) = await db.Organised(me, id, ct);
        return activity is { IsTrip: true } ? activity : refusal ?? ActivityBook.NotHere;
    }

    private async Task<Refusal?> Refuse(Guid id, CancellationToken ct) => (await Trip(id, ct)).Refusal;

    // Where no day is set yet, anything may be noted.
    private static Refusal? Outside(Activity trip, DateOnly day, string field)
    {
        if (TripView.DaysOf(trip) is not { } days || TripView.Holds(trip, day))
            return null;
        var (from, to) = (
            days.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            days.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );
        return new Refusal("The trip goes from {0} to {1}. Choose a day of it, or change the days of the trip first.", field, from, to);
    }

    private async Task<Refusal?> Add(int known, Entity row, CancellationToken ct)
    {
        if (known >= Most)
            return new Refusal("There are {0} already. Finish some first.", null, Most);
        db.Add(row);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }
}
