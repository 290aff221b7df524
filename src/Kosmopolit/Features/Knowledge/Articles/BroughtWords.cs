using Kosmopolit.Features.Knowledge.Questions.Answers;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>Whether a change brings words of an answer into a text. Its writer goes over them, so some are enough.</summary>
internal static class BroughtWords
{
    // Letters in a row. Fewer stand in every text of a language.
    private const int Run = 6;

    // One in so many of an answer's runs is new in the text.
    private const int Share = 10;

    /// <param name="before">The text as it stood.</param>
    public static bool Are(Answer answer, Article before, string after)
    {
        // What was put into another language shares no letters with the answer.
        if (answer.Language != before.Language)
            return before.Text != after;
        var runs = Runs(answer.Text);
        if (runs.Count == 0)
            return !before.Text.Contains(answer.Text, StringComparison.Ordinal) && after.Contains(answer.Text, StringComparison.Ordinal);
        var asked = Math.Max(1, runs.Count / Share);
        runs.ExceptWith(Runs(before.Text));
        runs.IntersectWith(Runs(after));
        return runs.Count >= asked;
    }

    // Without spaces: not every script parts its words.
    private static HashSet<string> Runs(string text)
    {
        var letters = string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return [.. Enumerable.Range(0, Math.Max(0, letters.Length - Run + 1)).Select(i => letters.Substring(i, Run))];
    }
}
