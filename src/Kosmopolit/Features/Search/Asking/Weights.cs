using Kosmopolit.Features.Members.People;

namespace Kosmopolit.Features.Search.Asking;

/// <summary>
/// What counts how much. Facts are constants on a scale where a rare word in a short text scores about 5, so that a
/// declared fact outweighs two well-placed words and never drowns under a long text.
/// </summary>
internal static class Weights
{
    // --- Facts ---

    /// <summary>The country asked for comes before those who know it.</summary>
    public const float IsTheCountry = 40;

    /// <summary>The holder knows, or sells to, the country asked for.</summary>
    public const float Country = 10;

    /// <summary>The country was part of the state asked for, or the other way round: half as good.</summary>
    public const float FormerCountry = 5;

    /// <summary>Lived, worked or traded there, beside <see cref="Country"/>; studies and family ties add nothing.</summary>
    public const float FirstHand = 4;

    /// <summary>Dealt with somebody there within the last <see cref="RecentYears"/> years.</summary>
    public const float Recent = 3;
    public const int RecentYears = 5;

    /// <summary>Knows just this topic of just this country.</summary>
    public const float CountryTopic = 6;

    /// <summary>The topic of whatever country.</summary>
    public const float Topic = 3;

    /// <summary>The language at any level; in a country: spoken there.</summary>
    public const float Language = 6;

    public const float Region = 6;

    public const float Sector = 6;

    /// <summary>Added to <see cref="Language"/> for every level reached: A1 is a greeting, B2 a negotiation.</summary>
    public static readonly IReadOnlyList<(Cefr Level, float Weight)> LanguageLevels =
    [
        (Cefr.A2, 0.5f),
        (Cefr.B1, 1),
        (Cefr.B2, 2),
        (Cefr.C1, 1),
        (Cefr.C2, 0.5f),
    ];

    // --- Words ---

    /// <summary>The exact word, folded.</summary>
    public const float Folded = 1;

    /// <summary>The word's stem in a language the question may be written in.</summary>
    public const float Stem = 0.9f;

    /// <summary>The name of something the holder has a code for.</summary>
    public const float Name = 0.8f;

    /// <summary>What the holder is called.</summary>
    public const float Title = 2;

    /// <summary>Words of a name that was understood as a code: the declared fact has already counted.</summary>
    public const float LeadWords = 0.4f;

    /// <summary>All pieces of a word together: enough to order hits, less than the word itself.</summary>
    public const float Grams = 0.5f;

    /// <summary>Both halves of a compound that stands apart in the text.</summary>
    public const float CompoundParts = 0.7f;

    /// <summary>How much the weaker ways in which a word matches add to the strongest.</summary>
    public const float Tie = 0.15f;

    private const float Pieces = 0.65f;
    private const float UnspacedPieces = 0.4f;

    /// <summary>Clauses per field that a question may grow to.</summary>
    public const int MaxClauses = 64;

    /// <summary>Words of a question that must be found: all of two are too many, one of ten too few.</summary>
    public static int WordsNeeded(int words) => 1 + Math.Max(0, words - 1) / 3;

    /// <summary>
    /// How many of a word's pieces must be there for the word to count as found. Up to three, all: two of three are too often
    /// another word. In a script without spaces the run may be a whole sentence, so fewer will do.
    /// </summary>
    public static int PiecesNeeded(int pieces, bool spaced) =>
        pieces <= 3 && spaced ? pieces : (int)Math.Ceiling(pieces * (spaced ? Pieces : UnspacedPieces));
}
