using System.Net;
using System.Text.RegularExpressions;
using Kosmopolit.Platform;

namespace Kosmopolit.Features.Activities.Importing;

/// <summary>Words of a calendar file as plain text: without tags, entities, controls and turns of direction.</summary>
public static partial class EventWords
{
    private const int Wait = 500;

    public static string Of(CalendarLine? line)
    {
        // White space is folded before anything is looked for in it: much of it would take the patterns long.
        var text = PlainText.CleanLines(line?.Text());
        // Tags may stand inside each other's remains; what is left after that loses its brackets.
        for (var i = 0; i < 3 && PlainText.HasTag(text); i++)
            text = PlainText.CleanLines(WebUtility.HtmlDecode(Tag().Replace(Break().Replace(Unseen().Replace(text, ""), "\n"), "")));
        if (PlainText.HasTag(text))
            text = text.Replace('<', ' ').Replace('>', ' ');
        return PlainText.CleanLines(text);
    }

    /// <summary>Not longer than that; cut between words where there are any.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = text.LastIndexOf(' ', most - 2);
        var cut = text[..(end > most / 2 ? end : most - 1)];
        return (char.IsHighSurrogate(cut[^1]) ? cut[..^1] : cut).TrimEnd() + "…";
    }

    [GeneratedRegex(
        @"<(script|style|head)\b.*?(</(script|style|head)\s*>|$)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant,
        Wait
    )]
    private static partial Regex Unseen();

    [GeneratedRegex(@"<(br|/p|/div|/li|/h\d|/tr)\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Wait)]
    private static partial Regex Break();

    [GeneratedRegex(@"<\s*[/!]?\s*\p{L}[^>]*>", RegexOptions.CultureInvariant, Wait)]
    private static partial Regex Tag();
}
