using System.Runtime.InteropServices;
using Kosmopolit.Features.Search.Analysis;
using Kosmopolit.Features.Search.Asking;

namespace Kosmopolit.Features.Search.Experts;

/// <summary>
/// Who wrote about a thing, and how much: every passage of a person's texts is weighed against the question as a document of
/// its own (BM25 over folded words), and votes for its writer. The best passage counts whole, each further one less. So
/// neither one lucky sentence nor a thousand words beside the point make an expert.
/// </summary>
public sealed class PassageVotes(FunctionWords functionWords)
{
    /// <summary>Words of a passage; of long texts each stretch votes for itself.</summary>
    private const int Length = 250;

    private const double K = 1.2;
    private const double B = 0.75;

    private readonly List<(int Writer, string[] Words)> _passages = [];
    private readonly Dictionary<string, int> _passagesWith = [];
    private long _words;

    /// <summary>Takes in a text of a person's, known by a number.</summary>
    public void Add(int writer, string text)
    {
        foreach (var passage in Terms(text, "").Chunk(Length))
        {
            _passages.Add((writer, passage));
            _words += passage.Length;
            foreach (var word in passage.Distinct())
                CollectionsMarshal.GetValueRefOrAddDefault(_passagesWith, word, out _)++;
        }
    }

    /// <param name="language">BCP 47 tag in which the question is written; its function words do not count.</param>
    /// <returns>Points by writer; whoever wrote nothing about it is missing.</returns>
    public IReadOnlyDictionary<int, double> For(string question, string language)
    {
        // A word that comes three times is meant three times.
        var asked = Terms(question, language)
            .GroupBy(w => w)
            .Where(g => _passagesWith.ContainsKey(g.Key))
            .ToDictionary(g => g.Key, g => g.Count() * Rarity(g.Key));
        var average = _passages.Count == 0 ? 1 : (double)_words / _passages.Count;
        return _passages
            .Select(p => (p.Writer, Points: Points(p.Words, asked, average)))
            .Where(p => p.Points > 0)
            .GroupBy(p => p.Writer, p => p.Points)
            .ToDictionary(g => g.Key, g => g.OrderDescending().Select((points, i) => points / Math.Log2(i + 2)).Sum());
    }

    private static double Points(string[] passage, Dictionary<string, double> asked, double average)
    {
        var length = K * (1 - B + B * passage.Length / average);
        return passage.Where(asked.ContainsKey).GroupBy(w => w).Sum(g => asked[g.Key] * g.Count() * (K + 1) / (g.Count() + length));
    }

    private double Rarity(string word)
    {
        var with = _passagesWith[word];
        return Math.Log(1 + (_passages.Count - with + 0.5) / (with + 0.5));
    }

    private IEnumerable<string> Terms(string text, string language)
    {
        foreach (var word in Word.In(text))
            if (word.Spacing != Spacing.Spaced)
                foreach (var piece in Grams.Of(word))
                    yield return piece;
            else if (!functionWords.Contains(word.Folded, language))
                yield return word.Folded;
    }
}
