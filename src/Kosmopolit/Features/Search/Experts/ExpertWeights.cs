using Kosmopolit.Features.Members.People;

namespace Kosmopolit.Features.Search.Experts;

/// <summary>
/// What counts how much when somebody is looked for who knows: declared facts lead, deeds follow, words come last; how much
/// was asked of somebody already, and how long they have been silent, is taken off. Explained in docs/routing.md; tuned on
/// development data only.
/// </summary>
internal static class ExpertWeights
{
    // --- Declared ---

    /// <summary>The country asked about.</summary>
    public const double Country = 10;

    /// <summary>A state that stood on the same ground, or one that stands there now.</summary>
    public const double SameGround = 6;

    /// <summary>One of the topics asked about, of just that country.</summary>
    public const double CountryTopic = 6;

    /// <summary>The topic asked about of some other country: weighs only when no country was asked about.</summary>
    public const double Topic = 4;

    /// <summary>The language asked for.</summary>
    public const double Language = 7;

    /// <summary>Every level of it, A1 to C2.</summary>
    public const double LanguageLevel = 0.6;

    public const double Sector = 4;

    /// <summary>Lives in the municipality or county asked for.</summary>
    public const double Region = 5;

    /// <summary>Every year there …</summary>
    public const double Year = 0.15;

    /// <summary>… but no more than these.</summary>
    public const int MostYears = 12;

    // --- Done ---

    /// <summary>Times the natural logarithm of one more than the answers given about it.</summary>
    public const double Answers = 2;

    /// <summary>The same of those that helped: accepted, thanked for, or told to have worked.</summary>
    public const double Helped = 2;

    /// <summary>The same of texts that somebody stands for by name.</summary>
    public const double Claims = 1.5;

    /// <summary>The best voice of passages that somebody wrote; the others in proportion.</summary>
    public const double Words = 3;

    /// <summary>When nothing in the question stands for a code there are only words to go by; below this nobody is said to know.</summary>
    public const double FewestWords = 2;

    // --- Near ---

    /// <summary>A member of a network of the asker's.</summary>
    public const double Near = 2;

    // --- Taken off ---

    /// <summary>Every ask of the last <see cref="LoadDays"/> days: it spreads questions among those who know about as well.</summary>
    public const double Load = 2;
    public const int LoadDays = 28;

    /// <summary>Every ask of the last <see cref="SilenceDays"/> days that brought neither an answer nor a word.</summary>
    public const double Silence = 1.5;
    public const int SilenceDays = 90;

    /// <summary>Nobody sinks deeper than this for being silent.</summary>
    public const double MostSilence = 4.5;

    /// <summary>Has said "I do not know this" about the like, each time.</summary>
    public const double DoNotKnow = 6;

    /// <summary>Has time "now and then".</summary>
    public const double Sometimes = 1;

    /// <summary>Of several ways in which a market is known the best counts.</summary>
    public static double Of(Basis basis) => basis.Each().Select(One).DefaultIfEmpty().Max();

    private static double One(Basis basis) =>
        basis switch
        {
            Basis.Traded => 4,
            Basis.Worked => 3.5,
            Basis.Lived => 3,
            Basis.Studied => 1.5,
            _ => 1,
        };

    /// <param name="years">Since the last contact; null when it was not told.</param>
    public static double Recency(int? years) =>
        years switch
        {
            null => 0,
            <= 2 => 3,
            <= 5 => 2,
            <= 10 => 1,
            _ => 0,
        };
}
