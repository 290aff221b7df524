using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kosmopolit.Features.Activities.Trips.Rooms;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Travellers;

/// <summary>What a traveller says about themselves, to those who travel along.</summary>
public sealed class TravellerInput
{
    public Guid? Firm { get; set; }

    [PlainText(1000)]
    public string? Goals { get; set; }

    [PlainText(200)]
    public string? Contact { get; set; }

    [PlainText(200)]
    public string? AtHome { get; set; }

    public RoomWish RoomWish { get; set; }

    [PlainText(200)]
    public string? RoomWords { get; set; }

    public bool Agrees { get; set; }

    /// <summary>Which notes on risks stood beside it; null when nobody says.</summary>
    [StringLength(40)]
    public string? Notes { get; set; }

    /// <summary>Changes whenever the notes do.</summary>
    public static string Mark(TripSheet? notes) => notes?.RisksAt?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Counterparts they would like to meet.</summary>
    public List<Guid>? Wants { get; set; }

    /// <summary>When they have time for meetings, by day; null when the form did not ask.</summary>
    public List<HoursInput>? Hours { get; set; }
}

/// <summary>Somebody who travels along fills in their own sheet and says whom they want to meet.</summary>
public sealed class TravelAlong(KosmopolitDb db, Me me, TripBook book, TimeProvider clock)
{
    public static readonly Refusal NotAlong = new("Only those who travel along may do this.") { Kind = RefusalKind.NotYours };

    public async Task<Refusal?> Run(Guid id, TravellerInput input, CancellationToken ct = default)
    {
        var (activity, refusal) = await Trip(id, ct);
        if (activity is null)
            return refusal;
        var self = me.MemberId!.Value;
        if (input.Firm is { } firm && !await db.FirmRoles.AnyAsync(r => r.FirmId == firm && r.MemberId == self && r.EndedAt == null, ct))
            return new Refusal("Choose from the list.", nameof(input.Firm));
        var traveller = await db.Set<Traveller>().SingleOrDefaultAsync(t => t.ActivityId == id && t.MemberId == self, ct);
        if (traveller is null)
            db.Add(traveller = new Traveller(id, self));
        traveller.Go(input.Firm, PlainText.CleanLines(input.Goals));
        traveller.Reach(PlainText.Clean(input.Contact), PlainText.Clean(input.AtHome));
        traveller.Sleep(Enum.IsDefined(input.RoomWish) ? input.RoomWish : RoomWish.None, PlainText.Clean(input.RoomWords));
        if (await Agree(traveller, input, ct) is { } unread)
            return unread;
        if (input.Hours is { } hours && await Free(traveller, hours, ct) is { } wrong)
            return wrong with { Field = nameof(input.Hours) };
        await Want(traveller, (input.Wants ?? []).ToHashSet(), ct);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    // One agrees to notes that are written, and to those that one has seen.
    private async Task<Refusal?> Agree(Traveller traveller, TravellerInput input, CancellationToken ct)
    {
        var notes = await db.Set<TripSheet>().AsNoTracking().SingleOrDefaultAsync(s => s.ActivityId == traveller.ActivityId, ct);
        var agrees = input.Agrees && notes is { Risks.Length: > 0 };
        if (agrees && input.Notes is { } seen && seen != TravellerInput.Mark(notes))
        {
            input.Agrees = false;
            return new Refusal(
                "The notes on risks were changed while you filled this in. Read them again, then tick.",
                nameof(input.Agrees)
            );
        }
        traveller.Agree(
            !agrees ? null
            : traveller.HasRead(notes) ? traveller.AgreedAt
            : clock.GetUtcNow()
        );
        return null;
    }

    private async Task<Outcome<Activity>> Trip(Guid id, CancellationToken ct)
    {
        if (await db.Activity(me, id, ct) is not { IsTrip: true } activity)
            return ActivityBook.NotHere;
        return await book.TravelsAlong(activity, ct) ? activity : NotAlong;
    }

    // Only days on which somebody can be met count. A meeting that no longer fits loses its time.
    private async Task<Refusal?> Free(Traveller traveller, List<HoursInput> typed, CancellationToken ct)
    {
        var days = await db.Set<Counterpart>()
            .Where(c => c.ActivityId == traveller.ActivityId)
            .Select(c => c.Day)
            .Distinct()
            .ToListAsync(ct);
        var told = new List<FreeHours>();
        foreach (var day in typed.Where(d => Typing.Day(d.Day) is { } on && days.Contains(on)).DistinctBy(d => Typing.Day(d.Day)))
        {
            var read = day.Read(traveller.Id, out var wrong);
            if (wrong is not null)
                return wrong;
            if (read is not null)
                told.Add(read);
        }
        db.RemoveRange(await db.Set<FreeHours>().Where(h => h.TravellerId == traveller.Id).ToListAsync(ct));
        db.AddRange(told);
        var timed = await db.Set<MeetingWish>().Where(w => w.TravellerId == traveller.Id && w.MeetsAt != null).ToListAsync(ct);
        if (timed.Count == 0)
            return null;
        var zone = await db.Set<Activity>().Where(a => a.Id == traveller.ActivityId).Select(a => a.TimeZone).SingleAsync(ct);
        var sheet = await db.Set<TripSheet>().AsNoTracking().SingleOrDefaultAsync(s => s.ActivityId == traveller.ActivityId, ct);
        var length = (sheet ?? new TripSheet(traveller.ActivityId)).Length;
        foreach (var wish in timed)
        {
            var from = Series.Wall(wish.MeetsAt!.Value, zone);
            if (told.Exists(h => !h.Allows(from, from.AddMinutes(length))))
                wish.Meet(null);
        }
        return null;
    }

    private async Task Want(Traveller traveller, HashSet<Guid> wanted, CancellationToken ct)
    {
        var there = await db.Set<Counterpart>().Where(c => c.ActivityId == traveller.ActivityId).Select(c => c.Id).ToListAsync(ct);
        var wishes = await db.Set<MeetingWish>().Where(w => w.TravellerId == traveller.Id).ToDictionaryAsync(w => w.CounterpartId, ct);
        foreach (var counterpart in there)
        {
            if (!wishes.TryGetValue(counterpart, out var wish))
            {
                if (!wanted.Contains(counterpart))
                    continue;
                db.Add(wish = new MeetingWish(traveller.ActivityId, traveller.Id, counterpart));
            }
            wish.Want(wanted.Contains(counterpart));
            if (!wish.IsMutual)
                wish.Meet(null);
        }
    }
}
