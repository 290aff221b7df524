namespace Kosmopolit.Features.Activities.Importing;

/// <summary>What is the matter with an event. The first ones keep it out, the next ones leave it to a tick, the others tell.</summary>
public enum EventProblem
{
    CutOff = 1,
    NoTitle = 2,
    NoStart = 3,
    BadStart = 4,
    EndsFirst = 5,
    TooLong = 6,
    Over = 7,
    CalledOff = 8,
    TwiceInFile = 9,
    ThereAlready = 10,
    TooOften = 11,
    LongSeries = 12,
    OtherRhythmOver = 13,
    Refused = 14,

    UnknownClock = 20,
    Private = 21,
    OtherRhythm = 22,

    NoEnd = 40,
    WholeDay = 41,
    CutShort = 42,
    LinkLeftOut = 43,
    FilesStay = 44,
    Endless = 45,
    BeginsLater = 46,
    ExtraDays = 47,
    OtherTimes = 48,
}

/// <param name="Text">Words of the file it is about, or why it was refused.</param>
/// <param name="Other">Number of the event it is about besides.</param>
/// <param name="Activity">The activity that is there already.</param>
public sealed record EventNote(EventProblem Problem, string Text = "", int Other = 0, DateOnly? Day = null, Guid? Activity = null);

/// <summary>A day of a series that is left out or held at another time.</summary>
public sealed record EventChange(DateOnly Day, DateTimeOffset? MovedTo);

/// <summary>An event of the file as it would become an activity, with everything that is the matter with it.</summary>
/// <param name="Key">Stands for the event in its network, however often it is brought.</param>
/// <param name="Input">As somebody would have typed it.</param>
public sealed record CheckedEvent(
    int Number,
    string Key,
    ActivityInput Input,
    IReadOnlyList<EventChange> Exceptions,
    IReadOnlyList<EventNote> Notes
)
{
    /// <summary>Whether it can become an activity.</summary>
    public bool IsGood => Notes.All(n => n.Problem >= EventProblem.UnknownClock);

    /// <summary>Whether it most likely is meant to.</summary>
    public bool IsPlain => Notes.All(n => n.Problem >= EventProblem.NoEnd);
}
