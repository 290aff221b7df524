namespace Kosmopolit.Platform.Geography.Names;

/// <summary>A text cut into words, each of which knows where it stood before folding.</summary>
internal sealed class Sentence
{
    private readonly string _source;
    private readonly FoldedText _folded;

    public Sentence(string source)
    {
        (_source, _folded) = (source, FoldedText.Of(source));
        var from = 0;
        while (from < Text.Length)
        {
            var space = Text.IndexOf(' ', from);
            var to = space < 0 ? Text.Length : space;
            Words.Add((from, to));
            from = to + 1;
        }
        Shouts = Words.Count > 2 && !source.Any(char.IsLower);
    }

    /// <summary>The folded text; words are parted by single spaces.</summary>
    public string Text => _folded.Text;

    /// <summary>First character and the one after the last, in <see cref="Text"/>.</summary>
    public List<(int From, int To)> Words { get; } = [];

    /// <summary>Whether it is all in capitals, so that capitals mean nothing.</summary>
    public bool Shouts { get; }

    /// <summary>The source's characters behind a stretch of the folded text.</summary>
    public ReadOnlySpan<char> Source(int from, int to) => _source.AsSpan(_folded.Start(from), _folded.End(to - 1) - _folded.Start(from));

    public bool IsCapital(int at) => !char.IsLower(_source[_folded.Start(at)]);

    /// <summary>The word as written, in lower case; empty outside the text.</summary>
    public string Spelling(int word) => word >= 0 && word < Words.Count ? Letters.Spelling(Source(Words[word].From, Words[word].To)) : "";

    public Match Match(KnownName known, int from, int to)
    {
        var text = Source(from, to).ToString();
        return new(known.Kind, known.Code, _folded.Start(from), text.Length, text);
    }
}
