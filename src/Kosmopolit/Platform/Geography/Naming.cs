namespace Kosmopolit.Platform.Geography;

/// <summary>Choosing one name among those a thing has in several languages.</summary>
internal static class Naming
{
    /// <summary>
    /// The name in <paramref name="language"/> (a BCP 47 tag), else in the language it belongs to ("sr-Latn" gives "sr"),
    /// else the English one; null when there is none of these.
    /// </summary>
    public static string? In(this IReadOnlyDictionary<string, string> names, string language)
    {
        for (var tag = language; tag.Length > 0; tag = Parent(tag))
            if (names.TryGetValue(tag, out var name))
                return name;
        return names.GetValueOrDefault("en");
    }

    /// <summary>The tag without its last subtag; empty when there was only one.</summary>
    public static string Parent(string tag) => tag.LastIndexOf('-') is > 0 and var dash ? tag[..dash] : "";

    /// <summary>"sv" for "sv-SE": the first subtag.</summary>
    public static string Primary(string tag) => tag.IndexOf('-') is > 0 and var dash ? tag[..dash] : tag;
}
