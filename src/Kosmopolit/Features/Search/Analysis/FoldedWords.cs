namespace Kosmopolit.Features.Search.Analysis;

/// <summary>
/// How words fold and what their stems are, remembered while many texts are written to an index: most words of a text stood in
/// the one before. For one thread.
/// </summary>
internal sealed class FoldedWords(Stemming stemming)
{
    /// <summary>Words remembered; then it begins anew, so that texts of invented words cost no more memory than others.</summary>
    private const int Most = 50_000;

    private readonly Dictionary<string, string[]> _folded = [];
    private readonly Dictionary<string, Dictionary<string, string[]>> _stems = [];

    /// <summary>The words that a run of letters folds to.</summary>
    public string[] Of(ReadOnlySpan<char> written)
    {
        var known = _folded.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(written, out var folded))
            return folded;
        if (_folded.Count >= Most)
            _folded.Clear();
        return known[written] = Word.Fold(written);
    }

    /// <summary>The stems of a run of letters as it was written; none for a word that carries no meaning.</summary>
    public string[] Stems(string field, ReadOnlySpan<char> written)
    {
        if (!_stems.TryGetValue(field, out var its))
            its = _stems[field] = [];
        var known = its.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(written, out var stems))
            return stems;
        if (its.Count >= Most)
            its.Clear();
        return known[written] = [.. stemming.Stems(field, written.ToString())];
    }
}
