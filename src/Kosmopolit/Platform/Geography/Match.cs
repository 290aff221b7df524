namespace Kosmopolit.Platform.Geography;

/// <summary>What a name in a text stands for.</summary>
public enum MatchKind
{
    Country,
    FormerState,
    Language,
    County,
    Municipality,
    Sector,
    Topic,

    /// <summary>A city abroad; the code is its country's.</summary>
    City,
}

/// <summary>A name found in a text.</summary>
/// <param name="Code">Alpha-2, former state, BCP 47, county, municipality or SNI code, or the topic's key, by <paramref name="Kind"/>.</param>
/// <param name="Start">Index of the first character in the text as it was given.</param>
/// <param name="Length">Characters in the text as it was given.</param>
/// <param name="Text">Those characters.</param>
public readonly record struct Match(MatchKind Kind, string Code, int Start, int Length, string Text);

/// <summary>What a name stands for.</summary>
/// <param name="Code">As in <see cref="Match"/>.</param>
/// <param name="Rank">0 for the thing's own name, 1 for another word for it, 2 for a word for its people.</param>
public readonly record struct Named(MatchKind Kind, string Code, int Rank);
