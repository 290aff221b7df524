using System.Text;

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
    private byte[][] _stems = [];
    private FoldedWord[]? _folded;

    /// <summary>The words that it folds to, usually one.</summary>
    public FoldedWord[] Folded => _folded ??= [.. Word.Fold(written).Select(f => new FoldedWord(f, this))];

    /// <summary>Its stems in a language, in UTF-8; none when it carries no meaning there.</summary>
    public byte[][] Stems(string field)
    {
        if (_field != field)
            (_field, _stems) = (field, [.. stemming.Stems(field, written).Select(Encoding.UTF8.GetBytes)]);
        return _stems;
    }
}

/// <summary>A word as it folds, and what an index keeps of it.</summary>
internal sealed class FoldedWord(string text, KnownWord written)
{
    private (bool Known, string? Is) _sound;

    public string Text => text;

    /// <summary>The run of letters that it is of.</summary>
    public KnownWord Written => written;

    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(text);

    /// <summary>Null when it has none.</summary>
    public string? Sound
    {
        get
        {
            if (!_sound.Known)
                _sound = (true, Sounds.Of(text));
            return _sound.Is;
        }
    }

    /// <summary>Whether it stands apart and is long enough to have pieces.</summary>
    public bool HasPieces { get; } = Word.SpacingOf(text) == Spacing.Spaced && Grams.AreIn(text);

    /// <summary>The entry that counted it last, and where in its list: kept here, that is looked up without searching.</summary>
    public (long Entry, int Place) Counted { get; set; }
}
