using System.Text;

namespace Kosmopolit.Platform.Geography.Names;

/// <summary>A folded text that still knows where each of its characters stood before.</summary>
internal sealed class FoldedText
{
    private readonly string _source;
    private readonly StringBuilder _text;
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];
    private bool _parted;

    private FoldedText(string source)
    {
        (_source, _text) = (source, new StringBuilder(source.Length));
        Fold();
        Text = _text.ToString();
    }

    public string Text { get; }

    public static FoldedText Of(string source) => new(source);

    /// <summary>Where a folded character began in the source.</summary>
    public int Start(int index) => _starts[index];

    /// <summary>Where a folded character ended in the source, its accents included.</summary>
    public int End(int index) => _ends[index];

    private void Fold()
    {
        Span<char> decomposed = stackalloc char[64];
        Span<char> single = stackalloc char[2];
        for (var at = 0; at < _source.Length; )
        {
            // Half a surrogate pair decodes as the replacement character, which parts words.
            Rune.DecodeFromUtf16(_source.AsSpan(at), out var rune, out var used);
            if (rune.IsAscii)
                FoldAscii((char)rune.Value, at);
            else if (!Letters.IsApostrophe(rune))
            {
                var letter = single[..rune.EncodeToUtf16(single)];
                var parts = letter.TryNormalize(
                    decomposed,
                    out var length,
                    NormalizationForm.FormKD
                )
                    ? decomposed[..length]
                    : letter;
                foreach (var part in parts.EnumerateRunes())
                    Put(part, at, at + used);
            }
            at += used;
        }
    }

    private void FoldAscii(char c, int at)
    {
        if (char.IsAsciiLetterOrDigit(c))
            Append(char.ToLowerInvariant(c), at, at + 1);
        else if (c is not ('\'' or '`') && !(c == '.' && EndsInitial(at)))
            _parted = true;
    }

    /// <summary>Whether a dot closes a single letter, as in "U.S.A.".</summary>
    private bool EndsInitial(int dot) =>
        dot > 0
        && char.IsLetter(_source[dot - 1])
        && (dot == 1 || !char.IsLetterOrDigit(_source[dot - 2]));

    private void Put(Rune rune, int start, int end)
    {
        if (Letters.IsAccent(rune))
            Extend(end);
        else if (Letters.IsSilent(rune) || Letters.IsApostrophe(rune))
            return;
        else if (Letters.PartsWords(rune))
            _parted = true;
        else if (Rune.GetNumericValue(rune) is var digit && Rune.IsDigit(rune))
            Append((char)('0' + (int)digit), start, end);
        else
            PutLetter(Rune.ToLowerInvariant(rune), start, end);
    }

    private void PutLetter(Rune letter, int start, int end)
    {
        Span<char> utf16 = stackalloc char[2];
        if (Letters.Standard(letter) is { } standard)
            foreach (var c in standard)
                Append(c, start, end);
        else
            foreach (var c in utf16[..letter.EncodeToUtf16(utf16)])
                Append(c, start, end);
    }

    private void Append(char c, int start, int end)
    {
        if (_parted && _text.Length > 0)
            Add(' ', start, start);
        _parted = false;
        Add(c, start, end);
    }

    private void Add(char c, int start, int end)
    {
        _text.Append(c);
        _starts.Add(start);
        _ends.Add(end);
    }

    private void Extend(int end)
    {
        if (!_parted && _ends.Count > 0)
            _ends[^1] = end;
    }
}
