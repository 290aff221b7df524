namespace Kosmopolit.Platform.Geography;

/// <summary>Whose holy days and new years are kept in a country widely enough to matter for a visit. It describes the place, nobody in it.</summary>
internal static class Traditions
{
    /// <summary>Per cent of a population from which its days are felt in the streets.</summary>
    private const decimal Felt = 5;

    private static readonly Dictionary<string, string[]> Groups = new()
    {
        ["Islam"] = ["muslim", "sunni", "shia"],
        ["Judaism"] = ["jewish"],
        ["Christianity"] =
        [
            "christian",
            "catholic",
            "protestant",
            "other-christian",
            "lutheran",
            "anglican",
            "orthodox",
            "oriental-orthodox",
        ],
        ["Christianity (western)"] = ["christian", "catholic", "protestant", "other-christian", "lutheran", "anglican"],
        ["Christianity (eastern)"] = ["orthodox", "oriental-orthodox"],
    };

    private static readonly Dictionary<string, string[]> Countries = new()
    {
        ["Ethiopia/Eritrea"] = ["ET", "ER"],
        ["East Asia"] = ["CN", "HK", "KP", "KR", "MO", "MY", "SG", "TW", "VN"],
        ["Persian/Kurdish/Afghan"] = ["AF", "AZ", "IQ", "IR", "KG", "KZ", "SY", "TJ", "TM", "TR", "UZ"],
        ["Thailand/Southeast Asia"] = ["KH", "LA", "MM", "TH"],
    };

    public static bool AreKept(Atlas atlas, string country, string tradition) =>
        Countries.TryGetValue(tradition, out var there)
            ? there.Contains(country)
            : Groups.TryGetValue(tradition, out var keys)
                && (atlas.Facts(country)?.Religions ?? []).Where(r => r.Key is { } k && keys.Contains(k)).Sum(r => r.Percent) >= Felt;
}
