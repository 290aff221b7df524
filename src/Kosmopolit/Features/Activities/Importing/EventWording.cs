using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Activities.Importing;

/// <summary>What is said about an event, in words that tell what to do.</summary>
public static class EventWording
{
    public static string Say(EventNote note, Texts t) =>
        note.Problem < EventProblem.UnknownClock ? Out(note, t)
        : note.Problem < EventProblem.NoEnd ? Doubt(note, t)
        : Told(note, t);

    private static string Out(EventNote note, Texts t) =>
        note.Problem switch
        {
            EventProblem.CutOff => t["The file breaks off in the middle of it. Export it once more."],
            EventProblem.NoTitle => t["It has no name. Give it one in your calendar."],
            EventProblem.NoStart => t["It does not say when it begins."],
            EventProblem.BadStart => t["There is no such day or hour as the one at which it begins."],
            EventProblem.EndsFirst => t["It ends before it begins. Mend it in your calendar."],
            EventProblem.TooLong => t["It lasts longer than 60 days."],
            EventProblem.Over => t["It is over."],
            EventProblem.CalledOff => t["It was called off."],
            EventProblem.TwiceInFile => t["The same event stands in the file as number {0}.", note.Other],
            EventProblem.ThereAlready => t["It is there already."],
            EventProblem.TooOften => t["It comes back more often than once a day."],
            EventProblem.LongSeries => t["It comes back and lasts longer than a day each time. Such a series cannot be kept here."],
            EventProblem.OtherRhythmOver => t[
                "It comes back in a way that is not known here, and its first time is over. Propose the next one by hand."
            ],
            _ => note.Text,
        };

    private static string Doubt(EventNote note, Texts t) =>
        note.Problem switch
        {
            EventProblem.UnknownClock => t[
                "Its clock “{0}” is not known here. The hour is read on a Swedish clock: look whether it is right.",
                note.Text
            ],
            EventProblem.Private => t["Marked as private in your calendar. Tick it only if your network may read it."],
            _ => t["It comes back in a way that is not known here. Only its first time is taken."],
        };

    private static string Told(EventNote note, Texts t) =>
        note.Problem switch
        {
            EventProblem.NoEnd => t["It does not say when it ends. One hour is taken."],
            EventProblem.WholeDay => t["A whole day. You can set the hours later."],
            EventProblem.CutShort => t["Its words are too many. Only the beginning is taken."],
            EventProblem.LinkLeftOut => t["Its link is no address on the web and is left out."],
            EventProblem.FilesStay => t["Its files stay in your calendar."],
            EventProblem.Endless => t[
                "It goes on for longer. Here it ends on {0}.",
                note.Day?.ToString("d MMMM yyyy", t.Language.Culture) ?? ""
            ],
            EventProblem.BeginsLater => t["Times that are over are left out."],
            EventProblem.ExtraDays => t["Its extra days are left out."],
            _ => t["Days that are moved or left out come along, other changes of single days do not."],
        };
}
