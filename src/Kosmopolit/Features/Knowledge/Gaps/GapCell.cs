namespace Kosmopolit.Features.Knowledge.Gaps;

/// <summary>What is asked for and what is known of one country and topic.</summary>
/// <param name="Topic">One of the five of countries; empty when none was named.</param>
public sealed record GapCell(string Country, string Topic)
{
    /// <summary>Searches of the last year that found nobody.</summary>
    public int Searches { get; init; }

    /// <summary>Questions that wait for an answer, as far as this reader may read them.</summary>
    public int Questions { get; init; }

    /// <summary>Firms that sell there and people who look for something there, as far as this reader may know.</summary>
    public int Seekers { get; init; }

    /// <summary>People who say they know it, as far as this reader may know.</summary>
    public int People { get; init; }

    /// <summary>Published texts.</summary>
    public int Texts { get; init; }

    /// <summary>Claims that somebody who was there confirms today.</summary>
    public int Confirmed { get; init; }

    /// <summary>How much is asked for beyond what is known: above 0 it is a gap.</summary>
    public double Size => (Searches * 2) + (Questions * 3) + Seekers - (People * 2) - Texts - (Confirmed * 3);
}

/// <summary>Changes the cell of a country and a topic, whatever key the topic has.</summary>
internal delegate void Counting(string country, string topic, Func<GapCell, GapCell> change);
