using System.Collections.Frozen;
using Kosmopolit.Features.Search.Analysis;

namespace Kosmopolit.Features.Search.Asking;

/// <summary>
/// What kind of answer a question asks for, read off its first words: "who knows …" wants a person, "how do I …" a text. It
/// orders hits and leaves none out, since the person who knows may also be the best answer to a "how".
/// </summary>
internal static class Aims
{
    /// <summary>Words looked at: people greet before they ask, but not for long.</summary>
    private const int Opening = 5;

    private static readonly (string Kind, string[] Phrases)[] Told =
    [
        (
            Kinds.Person,
            [
                "vem",
                "vilka kan",
                "vilka vet",
                "vilka känner",
                "någon som",
                "nån som",
                "who",
                "anyone who",
                "anybody who",
                "someone who",
                "somebody who",
                "does anyone",
                "من يعرف",
                "من يتكلم",
                "من يستطيع",
                "هل يعرف احد",
                "هل هناك من",
                "چه کسی",
                "کی می",
                "کی بلد",
                "kim",
                "kuka",
                "kuinka moni",
                "wer",
                "qui",
                "quién",
                "quien",
                "кто",
                "ai biết",
                "ai có",
                "yaa",
                "kî",
                "kê",
                "کێ",
                "መን",
                "谁",
                "ใคร",
            ]
        ),
        (
            Kinds.Article,
            [
                "hur",
                "får jag",
                "får man",
                "måste jag",
                "måste man",
                "behöver jag",
                "behöver man",
                "ska jag",
                "ska man",
                "vad kostar",
                "vad gäller",
                "how do",
                "how to",
                "how can",
                "how should",
                "may i",
                "can i",
                "must i",
                "do i need",
                "what does it cost",
                "كيف",
                "هل يجوز",
                "هل يمكنني",
                "هل يجب",
                "چگونه",
                "چطور",
                "آیا باید",
                "nasıl",
                "miten",
                "kuinka",
                "wie",
                "comment",
                "cómo",
                "как",
                "làm thế nào",
                "làm sao",
                "sidee",
                "çawa",
                "چۆن",
                "ብኸመይ",
                "如何",
                "怎么",
                "怎样",
                "อย่างไร",
            ]
        ),
    ];

    private static readonly (string Kind, FrozenSet<string> Openings)[] Folded =
    [
        .. Told.Select(t => (t.Kind, t.Phrases.Select(p => string.Join(' ', Word.In(p).Select(w => w.Folded))).ToFrozenSet())),
    ];

    /// <returns>Null when the text does not say.</returns>
    public static Aim? Of(string text)
    {
        var words = Word.In(text).Take(Opening).ToList();
        for (var from = 0; from < Math.Min(words.Count, 2); from++)
        for (var count = Math.Min(3, words.Count - from); count > 0; count--)
        {
            var phrase = string.Join(' ', words.Skip(from).Take(count).Select(w => w.Folded));
            foreach (var (kind, openings) in Folded)
                if (openings.Contains(phrase))
                    return new(kind, Written(text, words[from], words[from + count - 1]));
        }
        return Unspaced(text, words);
    }

    // A script without spaces gives the whole sentence as one word; its question word stands first or last.
    private static Aim? Unspaced(string text, List<Word> words)
    {
        if (words.Count == 0 || words[0].Spacing == Spacing.Spaced)
            return null;
        var run = words[0].Folded;
        foreach (var (kind, openings) in Folded)
        foreach (var opening in openings)
            if (
                opening[0] >= '\u0E00'
                && (run.StartsWith(opening, StringComparison.Ordinal) || run.EndsWith(opening, StringComparison.Ordinal))
            )
                return new(kind, text.Substring(words[0].Start, words[0].Length));
        return null;
    }

    private static string Written(string text, Word first, Word last) => text[first.Start..(last.Start + last.Length)];
}

/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Text">The words it was read from.</param>
public sealed record Aim(string Kind, string Text);
