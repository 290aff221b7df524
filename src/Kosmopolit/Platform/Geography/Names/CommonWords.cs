using System.Collections.Frozen;

namespace Kosmopolit.Platform.Geography.Names;

internal static class CommonWords
{
    private static readonly FrozenSet<string> Words = new[] { "in" }.ToFrozenSet();

    public static bool Has(string spelling) => Words.Contains(spelling);

    public static bool IsAbbreviation(string code) => code == "IT";

    public static bool IsPlacePreposition(string word) => word is "i" or "från" or "till" or "in" or "from" or "to" or "nära" or "near" or "kring" or "runt" or "around";

    public static bool IsPlaceNoun(string word) => word.StartsWith("kommun", StringComparison.Ordinal) || word is "municipality" or "city" or "stad";
}
