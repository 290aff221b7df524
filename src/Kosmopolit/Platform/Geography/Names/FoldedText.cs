using System.Text;

namespace Kosmopolit.Platform.Geography.Names;

/// <summary>A folded text that still knows where each of its characters stood before.</summary>
internal sealed class FoldedText
{
    private readonly string _source;
    private readonly StringBuilder _text;

    // Where each folded character began and ended in the source; null when nobody will ask.
    private readonly List<(int Start, int End)>? _places;
    private readonly bool _decomposed;
    private bool _parted;

    private FoldedText(string source, bool places)
    {
        _source = source;
        _text = new(source.Length);
        _places = places ? new(source.Length) : null;
        // Asking once for the whole text is far cheaper than asking for each letter.
        _decomposed = Ascii.IsValid(source) || !source.Any(CannotNormalize) && source.IsNormalized(NormalizationForm.FormKD);
        Fold();
        Text = _text.ToString();
    }

    public string Text { get; }

    public static FoldedText Of(string source) => new(source, places: true);

    public static string Fold(string source) => new FoldedText(source, places: false).Text;

    /// <summary>Where a folded character began in the source.</summary>
    public int Start(int index) => _places![index].Start;

    /// <summary>Where a folded character ended in the source, its accents included.</summary>
    public int End(int index) => _places![index].End;

    private void Fold()
    {
        for (var at = 0; at < _source.Length; )
        {
            if (char.IsAscii(_source[at]))
            {
                FoldAscii(_source[at], at++);
                continue;
            }
            // Half a surrogate pair decodes as the replacement character, which parts words.
            Rune.DecodeFromUtf16(_source.AsSpan(at), out var rune, out var used);
            if (_decomposed || rune.Value == 0xFFFE)
                Put(rune, at, at + used);
            else
                Decompose(rune, at, at + used);
            at += used;
        }
    }

    // Normalising throws on these: half a surrogate pair, and the mirror image of the byte order mark.
    private static bool CannotNormalize(char c) => char.IsSurrogate(c) || c == '\uFFFE';

    private void FoldAscii(char c, int at)
    {
        if (char.IsAsciiLetterOrDigit(c))
            Append(char.ToLowerInvariant(c), at, at + 1);
        else if (c is not ('\'' or '`') && !(c == '.' && EndsInitial(at)))
            _parted = true;
    }

    /// <summary>Whether a dot closes a single letter, as in "U.S.A.".</summary>
    private bool EndsInitial(int dot) =>
        dot > 0 && char.IsLetter(_source[dot - 1]) && (dot == 1 || !char.IsLetterOrDigit(_source[dot - 2]));

    private void Decompose(Rune rune, int start, int end)
    {
        // An acute accent standing alone is an apostrophe to those who type it; decomposed it would be a space.
        if (Letters.IsApostrophe(rune))
            return;
        Span<char> decomposed = stackalloc char[32];
        Span<char> single = stackalloc char[2];
        var letter = single[..rune.EncodeToUtf16(single)];
        var parts = letter.TryNormalize(decomposed, out var length, NormalizationForm.FormKD) ? decomposed[..length] : letter;
        foreach (var part in parts.EnumerateRunes())
            Put(part, start, end);
    }

    private void Put(Rune rune, int start, int end)
    {
        if (Letters.IsAccent(rune))
            Extend(end);
        else if (Letters.IsSilent(rune) || Letters.IsApostrophe(rune))
            return;
        else if (Letters.PartsWords(rune))
            _parted = true;
        else if (Rune.IsDigit(rune))
            Append((char)('0' + (int)Rune.GetNumericValue(rune)), start, end);
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
        {
            _text.Append(' ');
            _places?.Add((start, start));
        }
        _parted = false;
        _text.Append(c);
        _places?.Add((start, end));
    }

    private void Extend(int end)
    {
        if (!_parted && _places is { Count: > 0 })
            _places[^1] = (_places[^1].Start, end);
    }
}
