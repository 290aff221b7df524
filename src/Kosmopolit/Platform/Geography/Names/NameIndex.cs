using System.Runtime.InteropServices;
using System.Text;

namespace Kosmopolit.Platform.Geography.Names;

/// <summary>Folded names and what they stand for.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, List<KnownName>> _byName = [];
    private readonly Dictionary<string, List<KnownName>>.AlternateLookup<ReadOnlySpan<char>> _find;

    /// <summary>For each word that begins a name, the most words that such a name has.</summary>
    private readonly Dictionary<string, int> _longest = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _findLongest;

    private readonly Lazy<string[]> _sorted;

    public NameIndex()
    {
        _find = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
        _findLongest = _longest.GetAlternateLookup<ReadOnlySpan<char>>();
        _sorted = new(() =>
        {
            var names = _byName.Keys.ToArray();
            Array.Sort(names, StringComparer.Ordinal);
            return names;
        });
    }

    public void Add(string name, MatchKind kind, string code, int rank, Bending bending = Bending.Proper)
    {
        var folded = Folding.Fold(name);
        // A single letter names nothing, save where a letter is a word.
        if (folded.Length < 2 && !folded.Any(Letters.IsUnspaced))
            return;
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_byName, folded, out var exists);
        known ??= new(1);
        if (exists && known.Exists(other => other.Kind == kind && other.Code == code))
            return;
        known.Add(new(kind, code, rank, bending, IsShort(folded) ? Spelling(name) : null, NeedsCapital(folded, kind, rank)));
        if (!exists)
            Measure(folded);
    }

    public IReadOnlyList<KnownName> Find(ReadOnlySpan<char> folded) => _find.TryGetValue(folded, out var known) ? known : [];

    /// <summary>The most words a name has that begins with this word; 0 when none does.</summary>
    public int LongestFrom(ReadOnlySpan<char> word) => _findLongest.TryGetValue(word, out var words) ? words : 0;

    /// <summary>All that begins with these characters.</summary>
    public IEnumerable<KnownName> StartingWith(string folded)
    {
        var at = Array.BinarySearch(_sorted.Value, folded, StringComparer.Ordinal);
        for (at = at < 0 ? ~at : at; at < _sorted.Value.Length && _sorted.Value[at].StartsWith(folded, StringComparison.Ordinal); at++)
            foreach (var known in _byName[_sorted.Value[at]])
                yield return known;
    }

    /// <summary>The letters of a text with their accents; case and all that is no letter or digit apart.</summary>
    public static string Spelling(ReadOnlySpan<char> text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune != Rune.ReplacementChar && !Letters.PartsWords(rune))
                letters.Append(Rune.ToLowerInvariant(rune).ToString());
        return letters.ToString().Normalize(NormalizationForm.FormC);
    }

    private void Measure(string folded)
    {
        var space = folded.IndexOf(' ');
        ref var longest = ref CollectionsMarshal.GetValueRefOrAddDefault(_longest, space < 0 ? folded : folded[..space], out _);
        longest = Math.Max(longest, space < 0 ? 1 : folded.Count(c => c == ' ') + 1);
    }

    // "Hà Lan" is Vietnamese for the Netherlands, "ha lan" may be Swedish for having a loan.
    private static bool IsShort(string folded) => IsCased(folded) && folded.Length <= (folded.Contains(' ') ? 7 : 3);

    // Country words of three letters have been chosen by hand: "usa" is one however it is written.
    private static bool NeedsCapital(string folded, MatchKind kind, int rank) =>
        IsCased(folded) && folded.Length <= 3 && !(kind is MatchKind.Country or MatchKind.Topic && rank > 0);

    private static bool IsCased(string folded) => folded[0] < '\u0590';
}
