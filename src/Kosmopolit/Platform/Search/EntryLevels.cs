using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Platform.Search;

/// <summary>Which entries a holder has, and what of a field belongs in each.</summary>
public static class EntryLevels
{
    /// <summary>The levels at which a holder may be found at all; near readers exist only where there are networks.</summary>
    public static IEnumerable<Audience> For(Audience presence, IReadOnlyCollection<Guid> near)
    {
        if (presence >= Audience.Public)
            yield return Audience.Public;
        if (presence >= Audience.AllNetworks)
            yield return Audience.AllNetworks;
        if (presence >= Audience.MyNetwork && near.Count > 0)
            yield return Audience.MyNetwork;
    }

    /// <summary>The value, or nothing when readers at this level may not see it.</summary>
    public static string At(this Told<string> told, Audience level) => told.Audience >= level ? told.Value : "";

    /// <param name="municipality">SCB code, four digits, or empty.</param>
    public static IEnumerable<SearchFact> Region(string municipality) =>
        municipality.Length == 4 ? [new(SearchField.Region, municipality), new(SearchField.Region, municipality[..2])] : [];
}
