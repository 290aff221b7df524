namespace Kosmopolit.Platform.Geography.Names;

/// <summary>How a name bends: a proper name takes a genitive, a common noun or an adjective takes all endings.</summary>
internal enum Bending
{
    Proper,
    Common,
}

/// <summary>How much a word must look like the name to be taken for it in a sentence.</summary>
internal enum Care
{
    None,

    /// <summary>It begins with a capital, where the script has them.</summary>
    Capital,

    /// <summary>In Arabic letters: it stands alone or with the article, without a preposition written onto it.</summary>
    Alone,

    /// <summary>It is too short to be found in a sentence at all.</summary>
    Never,
}

/// <summary>One thing that one spelling stands for.</summary>
/// <param name="Rank">0 for the thing's own name, 1 for another word for it, 2 for a word for its people.</param>
/// <param name="Spelling">In lower case with its accents, in Latin letters; null in others.</param>
/// <param name="Strict">Whether its accents must be there, because the name is too short to lose them.</param>
/// <param name="Bare">Whether it is the name without its Arabic article.</param>
internal sealed record KnownName(
    MatchKind Kind,
    string Code,
    int Rank,
    Bending Bending = Bending.Proper,
    Care Care = Care.None,
    string? Spelling = null,
    bool Strict = false,
    bool Bare = false
)
{
    public bool SameThing(KnownName other) => Kind == other.Kind && Code == other.Code;

    public bool IsCountry => Kind is MatchKind.Country && Rank < 2;

    /// <summary>
    /// Whether a word may be this name written by somebody: accents may be missing, but nobody adds any ("våra" is not Vara).
    /// </summary>
    /// <param name="written">In lower case with its accents; may end in more than the name.</param>
    public bool MayBeWritten(ReadOnlySpan<char> written)
    {
        if (Spelling is null)
            return true;
        if (Strict)
            return written.StartsWith(Spelling, StringComparison.Ordinal);
        for (var i = 0; i < Math.Min(Spelling.Length, written.Length); i++)
            if (written[i] > '\u007F' && written[i] != Spelling[i])
                return false;
        return true;
    }

    /// <summary>Whether the beginning of a word may be the beginning of this name.</summary>
    /// <param name="written">In lower case with its accents.</param>
    public bool MayBegin(string written) =>
        Strict && Spelling is not null ? Spelling.StartsWith(written, StringComparison.Ordinal) : MayBeWritten(written);
}
