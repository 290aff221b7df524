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

    /// <summary>
    /// The kind of thing that the question asks for: "who knows …" a person, "how do I …" a text. More than a person can declare
    /// about a country, since the page says that the kind comes first; only the country itself stands before it.
    /// </summary>
    public const float Intent = Country + FirstHand + Recent + CountryTopic + Topic;

    // --- Words: BM25 of each field, added up ---
    //
    // Tuned on three judged sets, Swedish, English and Persian, each cut in halves that agree; see docs/benchmarks.md. Their
    // ratios order texts; their size sets words beside facts: a rare word in a short text scores about 5.

    /// <summary>The exact word, folded.</summary>
    public const float Folded = 0.1f;

    /// <summary>The word's stem in a language the question may be written in.</summary>
    public const float Stem = 0.1f;

    /// <summary>The name of something the holder has a code for.</summary>
    public const float Name = 0.1f;

    /// <summary>What the holder is called.</summary>
    public const float Title = 0.2f;

    /// <summary>What the holder is called, written in another script.</summary>
    public const float Sound = 0.15f;

    /// <summary>All words of the question in the holder's name: it is the one.</summary>
    public const float WholeName = 8;

    /// <summary>Words of a name that was understood as a code: the declared fact has already counted.</summary>
    public const float LeadWords = 0.7f;

    /// <summary>A word's pieces, each divided by the root of their number.</summary>
    public const float Grams = 0.2f;

    /// <summary>Both halves of a compound that stands apart in the text.</summary>
    public const float CompoundParts = 0.07f;

    /// <summary>The passage that holds most of the question, beside the text as a whole.</summary>
    public const float Passage = 0.2f;

    /// <summary>Nearness in meaning, from 0 to 1, where vectors are kept.</summary>
    public const float Meaning = 6;

    /// <summary>So near, a text without any of the words counts as found.</summary>
    public const float NearEnough = 0.6f;

    /// <summary>A word that so many texts hold is looked for as it is; a rarer one also by its pieces.</summary>
    public const int Common = 100;

    /// <summary>
    /// A word that so many texts hold is looked for by its stem alone until the closer look: the exact form would nearly double
    /// the work and change nobody's place on the first pages.
    /// </summary>
    public const int Frequent = 1000;

    /// <summary>Hits that are looked at closely: a page and a few more, which may come up.</summary>
    public const int Closest = 24;

    private const float Pieces = 0.65f;
    private const float UnspacedPieces = 0.4f;

    /// <summary>Pieces that a question may grow to.</summary>
    public const int MaxPieces = 48;

    /// <summary>Words spelt much like one of a question that are looked for, the likest first.</summary>
    public const int MaxAlike = 64;

    /// <summary>Words from which on a question is a sentence, of which one word alone is not enough.</summary>
    private const int Sentence = 7;

    /// <summary>Words of a question that must be found. What is found by one of many words comes late anyway.</summary>
    public static int WordsNeeded(int words) => words < Sentence ? 1 : 2;

    /// <summary>
    /// How many of a word's pieces must be there for the word to count as found. Up to three, all: two of three are too often
    /// another word. In a script without spaces the run may be a whole sentence, so fewer will do.
    /// </summary>
    public static int PiecesNeeded(int pieces, bool spaced) =>
        pieces <= 3 && spaced ? pieces : (int)Math.Ceiling(pieces * (spaced ? Pieces : UnspacedPieces));
}
