using Kosmopolit.Features.Search.Asking;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Features.Search.Answering;

/// <summary>What somebody who is still typing may mean.</summary>
public sealed class Completer(FactCompletions facts, FunctionWords functionWords, NamesFinder names)
{
    public const int MaxOffered = 8;

    /// <summary>Names looked at, to offer the nearest of them.</summary>
    private const int Looked = 3 * MaxOffered;

    /// <summary>One letter begins too many names, and tells nobody anything.</summary>
    private const int ShortestName = 2;

    /// <summary>
    /// At most <see cref="MaxOffered"/> ways in which the last words may go on: countries, languages, topics, regions and
    /// sectors first, then people, firms and networks whose name this reader may see. Of several ways to cut the end off,
    /// the one with most words that anything begins with is taken: in "who knows new z" it is "new z" and not "z".
    /// </summary>
    /// <param name="typed">The question so far; longer than a question may be, it has no end to complete.</param>
    /// <param name="language">BCP 47 tag of the language to offer names in.</param>
    public async Task<Completed> Complete(string typed, string language, Me me, CancellationToken ct = default)
    {
        if (typed.Length > SearchQuestion.MaxLength)
            return Completed.Nothing;
        foreach (var tail in Tail.Of(typed))
        {
            // "i Ira…" is about Iran, and "kan" alone, inside a question, about nothing yet.
            var opens = functionWords.Contains(tail.First, language);
            if (opens && tail.IsOneWord && !tail.IsAll)
                continue;
            var known = facts.Beginning(tail, language, opens).Where(c => Fits(tail, c)).Take(MaxOffered).ToList();
            var holders = IsName(tail, opens) ? await names.Beginning(tail.Text, me, Looked, ct) : [];
            if (known.Count + holders.Count > 0)
                return new Completed(tail.Before, Shared(known, [.. Nearest(tail, holders).Where(c => Fits(tail, c)).Take(MaxOffered)]));
        }
        return Completed.Nothing;
    }

    // Whoever is called so from the first letter on comes before others.
    private static IEnumerable<Completion> Nearest(Tail tail, IReadOnlyList<Completion> holders) =>
        holders.OrderBy(c => !Folding.Fold(c.Name).StartsWith(tail.Folded, StringComparison.Ordinal));

    private static bool IsName(Tail tail, bool opens) =>
        !tail.IsFinished && (!opens || tail.IsAll) && (tail.Folded.Length >= ShortestName || tail.Folded[0] >= '\u0E00');

    private static bool Fits(Tail tail, Completion completion) => tail.Before.Length + completion.Name.Length <= SearchQuestion.MaxLength;

    // Each gets half of the room, and what the other leaves of its half.
    private static IReadOnlyList<Completion> Shared(List<Completion> known, List<Completion> holders)
    {
        const int half = MaxOffered / 2;
        return [.. known.Take(Math.Max(half, MaxOffered - holders.Count)), .. holders.Take(Math.Max(half, MaxOffered - known.Count))];
    }
}
