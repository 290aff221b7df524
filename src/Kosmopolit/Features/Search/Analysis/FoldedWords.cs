namespace Kosmopolit.Features.Search.Analysis;

/// <summary>
/// How words fold and what their stems are, remembered while many texts are written to an index: most words of a text stood in
/// the one before. For one thread.
/// </summary>
internal sealed class FoldedWords(Stemming stemming)
{
    /// <summary>Words remembered; then it begins anew, so that texts of invented words cost no more memory than others.</summary>
    private const int Most = 50_000;

    private readonly Dictionary<string, KnownWord> _known = [];

    public KnownWord Of(ReadOnlySpan<char> written)
    {
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(written, out var word))
            return word;
        if (_known.Count >= Most)
            _known.Clear();
        return known[written] = new KnownWord(written.ToString(), stemming);
    }
}

/// <summary>A run of letters as it was written.</summary>
internal sealed class KnownWord(string written, Stemming stemming)
{
    private string? _field;
    private string[] _stems = [];

    /// <summary>The words that it folds to, usually one.</summary>
    public string[] Folded { get; } = Word.Fold(written);

    /// <summary>Its stems in a language; none when it carries no meaning there.</summary>
    public string[] Stems(string field)
    {
        if (_field != field)
            (_field, _stems) = (field, [.. stemming.Stems(field, written)]);
        return _stems;
    }
}
