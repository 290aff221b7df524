using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Activities.Trips.Debriefs;

/// <summary>How the questions of a debrief are said.</summary>
internal static class DebriefWording
{
    public static string Name(string matter, Texts t) =>
        matter switch
        {
            Matters.Next => t["For whoever goes next"],
            Matters.Asked => t["What we could not answer"],
            _ => TopicKeys.Parse(matter) is { } topic ? Capital(PersonWording.Name(topic, t), t) : "",
        };

    public static string Question(string matter, Texts t) =>
        matter switch
        {
            "culture" => t["What did you learn about business culture?"],
            "politics" => t["What did you learn about politics and authorities?"],
            "language" => t["What did you learn about the language?"],
            "religion" => t["What did you learn about religion and its days?"],
            "business" => t["What did you learn about doing business there?"],
            Matters.Next => t["What would you tell the next traveller?"],
            _ => t["What did somebody ask on the way that nobody knew? One question a line."],
        };

    /// <summary>What others read beside the words of somebody who names no place: "A member, traded there 2027".</summary>
    public static string Beside(TripGround ground, Texts t) =>
        t["A member"]
        + t[", "]
        + PersonWording.How(new MarketView("", ground.Basis, ground.Year, ground.Year, "", Topics.None, ground.Year, "", ""), t);

    private static string Capital(string words, Texts t) =>
        words.Length == 0 ? words : string.Concat(words[..1].ToUpper(t.Language.Culture), words.AsSpan(1));
}
