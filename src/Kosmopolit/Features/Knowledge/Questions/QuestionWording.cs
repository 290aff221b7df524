using Kosmopolit.Features.Knowledge.Questions.Outcomes;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Knowledge.Questions;

/// <summary>How questions and what becomes of them are put into words.</summary>
public static class QuestionWording
{
    public static string Name(QuestionState state, Texts t) =>
        state switch
        {
            QuestionState.Answered => t["answered"],
            QuestionState.Closed => t["closed"],
            QuestionState.Withdrawn => t["taken back"],
            _ => t["open"],
        };

    /// <summary>The state as a heading.</summary>
    public static string Heading(QuestionState state, Texts t)
    {
        var name = Name(state, t);
        return char.ToUpper(name[0], t.Language.Culture) + name[1..];
    }

    public static string Name(Urgency urgency, Texts t) =>
        urgency switch
        {
            Urgency.WithinTwoDays => t["within two days"],
            Urgency.WithinAWeek => t["within a week"],
            _ => t["it can wait"],
        };

    public static string Name(Help help, Texts t) =>
        help switch
        {
            Help.Helped => t["It helped"],
            Help.Partly => t["It helped partly"],
            _ => t["It did not help"],
        };
}
