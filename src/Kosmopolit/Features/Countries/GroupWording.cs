using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Countries;

/// <summary>What the source calls the people it has no name for. Names of groups stay as the source writes them.</summary>
internal static class GroupWording
{
    /// <summary>Null for a group's own name, which is in English.</summary>
    public static string? General(string name, Texts t) =>
        name.ToUpperInvariant() switch
        {
            "OTHER" or "OTHER/UNSPECIFIED" or "OTHER AND UNSPECIFIED" or "OTHER OR UNSPECIFIED" or "OTHER MINORITIES" => t["others"],
            "UNSPECIFIED" or "UNKNOWN" or "UNDECLARED OR UNKNOWN" or "NONE OR UNSPECIFIED" => t["not stated"],
            "MIXED" => t["of several groups"],
            "FOREIGN" or "FOREIGNER" or "FOREIGNERS" or "FOREIGN POPULATION" => t["from other countries"],
            _ => null,
        };
}
