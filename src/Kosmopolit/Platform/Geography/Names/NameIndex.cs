using System.Runtime.InteropServices;

namespace Kosmopolit.Platform.Geography.Names;

/// <summary>Folded names and what they stand for.</summary>
internal sealed class NameIndex
{
    private const string Article = "ال";

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

    public void Add(string name, KnownName meaning)
    {
        var folded = Folding.Fold(name);
        // A single letter names nothing, save where a letter is a word.
        if (folded.Length < 2 && !folded.Any(Letters.IsUnspaced))
            return;
        var known = NameCare.Take(meaning, name, folded);
        Insert(folded, known);
        // "العراق" loses its article to a preposition: "للعراق". A name that merely begins with the letters ("ألمانيا") does not.
        if (name.StartsWith(Article, StringComparison.Ordinal) && folded.Length >= Article.Length + 3)
            Insert(folded[Article.Length..], known with { Bare = true });
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

    private void Insert(string folded, KnownName known)
    {
        ref var names = ref CollectionsMarshal.GetValueRefOrAddDefault(_byName, folded, out var exists);
        names ??= new(1);
        if (!names.Exists(other => other.SameThing(known) && other.Spelling == known.Spelling))
            names.Add(known);
        if (!exists)
            Measure(folded);
    }

    private void Measure(string folded)
    {
        var space = folded.IndexOf(' ');
        ref var longest = ref CollectionsMarshal.GetValueRefOrAddDefault(_longest, space < 0 ? folded : folded[..space], out _);
        longest = Math.Max(longest, space < 0 ? 1 : folded.Count(' ') + 1);
    }
}
