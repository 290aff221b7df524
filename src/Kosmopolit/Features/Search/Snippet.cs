using System.Text;

namespace Kosmopolit.Features.Search;

/// <summary>A piece of the holder's own text in which words of the question stand.</summary>
/// <param name="Language">BCP 47 tag of the text.</param>
/// <param name="Marks">Where in <paramref name="Text"/> the words stand, in order, not overlapping.</param>
public sealed record Snippet(string Text, string Language, IReadOnlyList<Mark> Marks)
{
    private const string Stops = ".,:;!?…·。、，！？；：؟،؛।";

    /// <summary>The text on one line, in pieces that are marked and not; a heading stands apart from the sentence that follows it.</summary>
    public IEnumerable<(string Text, bool Marked)> Pieces()
    {
        var at = 0;
        foreach (var mark in Marks)
        {
            if (mark.Start > at)
                yield return (OnOneLine(at, mark.Start), false);
            at = mark.Start + mark.Length;
            yield return (OnOneLine(mark.Start, at), true);
        }
        if (at < Text.Length)
            yield return (OnOneLine(at, Text.Length), false);
    }

    private string OnOneLine(int from, int to)
    {
        var line = new StringBuilder(to - from + 8);
        for (var at = from; at < to; at++)
            if (Text[at] != '\n')
                line.Append(Text[at]);
            else if (at == 0 || Text[at - 1] != '\n')
                line.Append(IsBetween(at) ? " · " : " ");
        return line.ToString();
    }

    // A sentence that ended needs no other sign; one that goes on in small letters was only broken.
    private bool IsBetween(int at)
    {
        var before = Text.AsSpan(0, at).TrimEnd();
        var after = Text.AsSpan(at).TrimStart();
        return before.Length > 0 && after.Length > 0 && !Stops.Contains(before[^1], StringComparison.Ordinal) && !char.IsLower(after[0]);
    }
}

/// <summary>UTF-16 units from the start of the text.</summary>
public readonly record struct Mark(int Start, int Length);
