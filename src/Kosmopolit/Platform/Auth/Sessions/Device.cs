namespace Kosmopolit.Platform.Auth.Sessions;

/// <summary>Reads from a browser's long introduction the two words by which its owner knows it again.</summary>
public static class Device
{
    // In this order: most browsers also claim to be the ones below them.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Vivaldi/", "Vivaldi"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("CrOS", "ChromeOS"),
        ("Mac OS X", "Mac"),
        ("Linux", "Linux"),
    ];

    /// <summary>Such as “Firefox · Android”; empty when neither is known.</summary>
    public static string Of(string? userAgent) => string.Join(" · ", Named(Browsers, userAgent).Concat(Named(Systems, userAgent)));

    private static IEnumerable<string> Named((string Sign, string Name)[] known, string? userAgent) =>
        known.Where(k => userAgent?.Contains(k.Sign, StringComparison.Ordinal) == true).Select(k => k.Name).Take(1);
}
