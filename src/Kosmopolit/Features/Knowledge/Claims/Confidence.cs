namespace Kosmopolit.Features.Knowledge.Claims;

/// <summary>How sure a claim is today, in words that people use.</summary>
public enum Sureness
{
    /// <summary>Nobody who was there has said so.</summary>
    Unconfirmed = 0,

    /// <summary>It was confirmed, but so long ago that it may have changed.</summary>
    Faded = 1,

    /// <summary>Those who know do not agree.</summary>
    Disputed = 2,

    /// <summary>Somebody who was there says so.</summary>
    Confirmed = 3,

    /// <summary>Several who were there say so, not long ago.</summary>
    Sure = 4,
}

/// <summary>
/// Confidence as it is computed and explained: each voice weighs one when it was fresh and half as much after each
/// half-life; what speaks against is taken off.
/// </summary>
/// <param name="For">Sum of the weights of those who say so.</param>
/// <param name="Against">Sum of the weights of those who say otherwise.</param>
/// <param name="LastYear">The latest year in which somebody who says so saw it; null when nobody does.</param>
/// <param name="Voices">Those who say so.</param>
public sealed record Confidence(Sureness Sureness, double For, double Against, int Voices, int Objections, int? LastYear)
{
    /// <summary>From here on voices together are as good as certain.</summary>
    private const double Certain = 1.5;

    /// <summary>Below this what was said has faded.</summary>
    private const double Faint = 0.4;

    public static readonly Confidence None = new(Sureness.Unconfirmed, 0, 0, 0, 0, null);

    /// <param name="halfLife">Years, above 0.</param>
    /// <param name="year">The year of today.</param>
    public static Confidence Of(IEnumerable<Voice> voices, double halfLife, int year)
    {
        var (yes, no, said, objections, last) = (0.0, 0.0, 0, 0, (int?)null);
        foreach (var voice in voices)
        {
            var weight = Weight(voice.LastYear, halfLife, year);
            if (voice.IsFor)
                (yes, said, last) = (yes + weight, said + 1, Math.Max(last ?? 0, voice.LastYear));
            else
                (no, objections) = (no + weight, objections + 1);
        }
        return new Confidence(Judge(yes, no, said), yes, no, said, objections, last);
    }

    /// <summary>What is left of a voice: one in its own year, half after a half-life, never more than one.</summary>
    public static double Weight(int lastYear, double halfLife, int year) => Math.Pow(2, -Math.Max(0, year - lastYear) / halfLife);

    private static Sureness Judge(double yes, double no, int said) =>
        said == 0 ? Sureness.Unconfirmed
        : no >= yes * 0.5 && no >= Faint / 2 ? Sureness.Disputed
        : yes - no >= Certain && said >= 2 ? Sureness.Sure
        : yes - no >= Faint ? Sureness.Confirmed
        : Sureness.Faded;
}
