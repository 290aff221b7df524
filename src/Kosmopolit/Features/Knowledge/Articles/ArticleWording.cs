using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>How texts and what people stand for are put into words.</summary>
public static class ArticleWording
{
    public static string Name(Sureness sureness, Texts t) =>
        sureness switch
        {
            Sureness.Sure => t["Several who were there say so"],
            Sureness.Confirmed => t["Confirmed by somebody who was there"],
            Sureness.Disputed => t["Those who know do not agree"],
            Sureness.Faded => t["Confirmed long ago; it may have changed"],
            _ => t["Nobody has confirmed this yet"],
        };

    /// <summary>A small mark beside the words: never the only sign.</summary>
    public static string Mark(Sureness sureness) =>
        sureness switch
        {
            Sureness.Sure => "●●●",
            Sureness.Confirmed => "●●○",
            Sureness.Disputed => "●≠○",
            Sureness.Faded => "●○○",
            _ => "○○○",
        };

    /// <summary>How the sum came about, for whoever wants to know.</summary>
    public static string Explain(Confidence c, double halfLife, Texts t)
    {
        var said = t.Count("{0} person says so", "{0} people say so", c.Voices);
        var against = c.Objections == 0 ? "" : t[", "] + t.Count("{0} says otherwise", "{0} say otherwise", c.Objections);
        var last = c.LastYear is { } year
            ? t[", "] + t["last seen in {0}", year.ToString(System.Globalization.CultureInfo.InvariantCulture)]
            : "";
        return said
            + against
            + last
            + ". "
            + t[
                "Of this topic, half is in doubt after {0} years: together the voices weigh {1} today.",
                halfLife,
                (c.For - c.Against).ToString("0.0", t.Language.Culture)
            ];
    }

    public static string State(ArticleState state, Texts t) =>
        state switch
        {
            ArticleState.Draft => t["Draft"],
            ArticleState.Published => t["Published"],
            ArticleState.NeedsReview => t["To be looked over"],
            _ => t["Replaced by another text"],
        };

    /// <summary>"lived there 1998–2005, Basra".</summary>
    public static string Standing(Voice voice, Texts t) =>
        Standing((voice.Basis, voice.FromYear, voice.UntilYear, voice.Place), voice.LastYear, t);

    public static string Standing((Basis Basis, int? From, int? Until, string Place) on, int lastYear, Texts t)
    {
        var how = PersonWording.How(new MarketView("", on.Basis, on.From, on.Until, on.Place, Topics.None, lastYear, "", ""), t);
        return on.Place.Length > 0 ? how + t[", "] + on.Place : how;
    }
}
