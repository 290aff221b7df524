namespace Kosmopolit.Features.Activities.Trips.Hosts;

/// <summary>Somebody who knows where a trip goes, as far as the reader may see them.</summary>
/// <param name="Path">Their page, from the root.</param>
/// <param name="Why">What speaks for them, in words, the strongest first.</param>
public sealed record LikelyHost(Guid Member, string Name, string Path, string Why);

/// <summary>
/// Finds those who know a place. Search, which stands above this room, does it: it registers itself here. It goes by what the
/// reader may see, so that nobody is found by what they hid.
/// </summary>
public abstract class HostScout
{
    /// <summary>The likeliest first; none when nobody is known to. The reader is never among them.</summary>
    /// <param name="country">Alpha-2.</param>
    /// <param name="places">Towns, as they were written.</param>
    public abstract Task<IReadOnlyList<LikelyHost>> Find(
        string country,
        IReadOnlyCollection<string> places,
        int most,
        CancellationToken ct
    );
}
