using System.Text.RegularExpressions;
using Kosmopolit.Platform.Ui.Markup;

namespace Kosmopolit.Features.Knowledge.Claims;

/// <summary>Finds words that somebody copied: from the text as it is written, or from the page on which it is read.</summary>
internal static partial class Quoted
{
    /// <returns>The words as they are kept; null when they do not stand in the text.</returns>
    public static string? From(string text, string words)
    {
        var written = words.ReplaceLineEndings("\n").Trim();
        if (text.Contains(written, StringComparison.Ordinal))
            return written;
        // Some browsers copy the marks of a list.
        var read = SafeMarkdown.Folded(ListMark().Replace(written, ""));
        return read.Length > 0 && (Stands(SafeMarkdown.Folded(SafeMarkdown.ToText(text)), read) || Stands(SafeMarkdown.ToSeen(text), read))
            ? read
            : null;
    }

    private static bool Stands(string text, string words) => text.Contains(words, StringComparison.Ordinal);

    [GeneratedRegex("^[ \\t]*(?:[-*•◦▪]|[0-9]{1,3}[.)])[ \\t]+", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ListMark();
}
