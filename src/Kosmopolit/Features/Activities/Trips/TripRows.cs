using Kosmopolit.Features.Activities.Trips.Rooms;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Activities.Trips;

/// <summary>What all on a trip should know, and how its meetings are set.</summary>
public sealed class TripSheet : Entity, IRevised
{
    private TripSheet() { }

    public TripSheet(Guid activity) => ActivityId = activity;

    public Guid ActivityId { get; private set; }

    /// <summary>What may go wrong, and what was agreed about it.</summary>
    public string Risks { get; private set; } = "";

    /// <summary>When they were last written otherwise; null when nobody noted it.</summary>
    public DateTimeOffset? RisksAt { get; private set; }

    /// <summary>Whom to ring there when something happens.</summary>
    public string Emergency { get; private set; } = "";

    /// <summary>A few sentences to say there.</summary>
    public string Phrases { get; private set; } = "";

    /// <summary>What there is to say about rooms and rides besides the lists.</summary>
    public string Lists { get; private set; } = "";

    /// <summary>Minutes of a meeting.</summary>
    public int Length { get; private set; } = 30;

    /// <summary>Minutes of rest between two.</summary>
    public int Break { get; private set; } = 15;

    /// <summary>Minutes from one place to another.</summary>
    public int Travel { get; private set; } = 30;

    /// <summary>When the timetable was given to the travellers; null while it is a draft.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    public int Revision { get; set; }

    /// <param name="now">Null for a new sheet, on which nobody has agreed to anything.</param>
    public void Write(string risks, string emergency, string phrases, string lists, DateTimeOffset? now = null)
    {
        RisksAt = risks == Risks ? RisksAt : now;
        (Risks, Emergency, Phrases, Lists) = (risks, emergency, phrases, lists);
    }

    public void Publish(DateTimeOffset now) => PublishedAt ??= now;

    /// <summary>The timetable is made anew: nobody hears of it before it is published again.</summary>
    public void Redraft() => PublishedAt = null;

    /// <summary>With another length the meetings would last longer than the timetable left room for: it is a draft again.</summary>
    public void Set(int length, int rest, int travel)
    {
        if (length != Length)
            Redraft();
        (Length, Break, Travel) = (length, rest, travel);
    }
}

/// <summary>A stay in a place, from a day to a day.</summary>
public sealed class TripStop : Entity
{
    private TripStop() { }

    public TripStop(Guid activity, string country, string place, DateOnly from, DateOnly to) =>
        (ActivityId, Country, Place, From, To) = (activity, country, place, from, to);

    /// <summary>Degrees north; null while nobody said where on the map it lies.</summary>
    public double? Latitude { get; private set; }

    /// <summary>Degrees east.</summary>
    public double? Longitude { get; private set; }

    public Guid ActivityId { get; private set; }

    /// <summary>Alpha-2.</summary>
    public string Country { get; private set; } = "";

    public string Place { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public (double Latitude, double Longitude)? Spot => Latitude is { } north && Longitude is { } east ? (north, east) : null;

    public TripStop At((double Latitude, double Longitude)? spot)
    {
        (Latitude, Longitude) = (spot?.Latitude, spot?.Longitude);
        return this;
    }
}

/// <summary>A point of the programme, on the clock of the place.</summary>
public sealed class ProgrammeItem : Entity
{
    private ProgrammeItem() { }

    public ProgrammeItem(Guid activity, DateOnly day, TimeOnly from, string words, string place) =>
        (ActivityId, Day, From, Words, Place) = (activity, day, from, words, place);

    public Guid ActivityId { get; private set; }

    public DateOnly Day { get; private set; }

    public TimeOnly From { get; private set; }

    public string Words { get; private set; } = "";

    public string Place { get; private set; } = "";
}

/// <summary>Somebody on a trip: for which firm, what for, and what they agreed to. Seen by those who travel along.</summary>
public sealed class Traveller : Entity, IRevised
{
    private Traveller() { }

    public Traveller(Guid activity, Guid member) => (ActivityId, MemberId) = (activity, member);

    public Guid ActivityId { get; private set; }

    public Guid MemberId { get; private set; }

    public Guid? FirmId { get; private set; }

    public string Goals { get; private set; } = "";

    /// <summary>How those who travel along reach them; empty when they do not say.</summary>
    public string Contact { get; private set; } = "";

    /// <summary>Whom to tell at home; read by the organisers alone.</summary>
    public string AtHome { get; private set; } = "";

    public RoomWish RoomWish { get; private set; }

    /// <summary>With whom they would share, or what else matters about their room.</summary>
    public string RoomWords { get; private set; } = "";

    /// <summary>When they read the notes on risks and agreed to travel; null while they have not.</summary>
    public DateTimeOffset? AgreedAt { get; private set; }

    /// <summary>Texts they want in their trip pack, known by the original; null while they leave the choice to us.</summary>
    public IReadOnlyList<Guid>? Packed { get; private set; }

    public int Revision { get; set; }

    public void Go(Guid? firm, string goals) => (FirmId, Goals) = (firm, goals);

    public void Reach(string contact, string atHome) => (Contact, AtHome) = (contact, atHome);

    public void Sleep(RoomWish wish, string words) => (RoomWish, RoomWords) = (wish, words);

    public void Agree(DateTimeOffset? at) => AgreedAt = at;

    /// <summary>Whether they read these notes on risks as they stand now.</summary>
    public bool HasRead(TripSheet? notes) => notes is { Risks.Length: > 0 } && AgreedAt is { } at && !(notes.RisksAt > at);

    public void Pack(IReadOnlyList<Guid>? texts) => Packed = texts;
}

/// <summary>A firm or office there that can be met, at one place and in certain hours.</summary>
public sealed class Counterpart : Entity
{
    private Counterpart() { }

    public Counterpart(Guid activity, string name, string about, string place, Hours hours) =>
        (ActivityId, Name, About, Place, Day, From, To) = (activity, name, about, place, hours.Day, hours.From, hours.To);

    public Guid ActivityId { get; private set; }

    public string Name { get; private set; } = "";

    public string About { get; private set; } = "";

    public string Place { get; private set; } = "";

    public DateOnly Day { get; private set; }

    public TimeOnly From { get; private set; }

    public TimeOnly To { get; private set; }
}

/// <summary>Hours of a day, on the clock of the place.</summary>
public readonly record struct Hours(DateOnly Day, TimeOnly From, TimeOnly To);

/// <summary>That a traveller wants to meet somebody there, that they want to meet the traveller, and when they do.</summary>
public sealed class MeetingWish : Entity
{
    private MeetingWish() { }

    public MeetingWish(Guid activity, Guid traveller, Guid counterpart) =>
        (ActivityId, TravellerId, CounterpartId) = (activity, traveller, counterpart);

    public Guid ActivityId { get; private set; }

    public Guid TravellerId { get; private set; }

    public Guid CounterpartId { get; private set; }

    public bool ByTraveller { get; private set; }

    /// <summary>As the counterpart told the organisers.</summary>
    public bool ByCounterpart { get; private set; }

    /// <summary>Null while it has no place in the timetable.</summary>
    public DateTimeOffset? MeetsAt { get; private set; }

    public bool IsMutual => ByTraveller && ByCounterpart;

    public void Want(bool byTraveller) => ByTraveller = byTraveller;

    public void BeWanted(bool byCounterpart) => ByCounterpart = byCounterpart;

    public void Meet(DateTimeOffset? at) => MeetsAt = at;
}

/// <summary>Something that one paid for others who travel. Whom it was for is written down with it: whoever joins or leaves later changes nothing.</summary>
public sealed class Expense : Entity
{
    private Expense() { }

    public Guid ActivityId { get; private set; }

    public Guid PaidById { get; private set; }

    public string Words { get; private set; } = "";

    /// <summary>Hundredths of the trip's currency.</summary>
    public long Minor { get; private set; }

    /// <summary>Those it was for: members by their number, visitors by that of their sign-up. Never empty.</summary>
    public IReadOnlyList<Guid> Sharers { get; private set; } = [];

    public DateTimeOffset At { get; private set; }

    public static Outcome<Expense> Of(
        Guid activity,
        Guid paidBy,
        (string Words, long Minor) what,
        IReadOnlyCollection<Guid> sharers,
        DateTimeOffset now
    ) =>
        sharers.Count == 0
            ? new Refusal("Choose at least one person.")
            : new Expense
            {
                ActivityId = activity,
                PaidById = paidBy,
                Words = what.Words,
                Minor = what.Minor,
                Sharers = [.. sharers.Distinct().Order()],
                At = now,
            };

    /// <summary>Whether somebody paid it, or owes a share of it.</summary>
    public bool Concerns(Guid who) => PaidById == who || Sharers.Contains(who);
}
