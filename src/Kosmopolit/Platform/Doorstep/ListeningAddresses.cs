namespace Kosmopolit.Platform.Doorstep;

/// <summary>Where to listen, as far as it can be known before the house is built.</summary>
public static class ListeningAddresses
{
    /// <summary>Where the site is found when nobody says otherwise.</summary>
    public const string Usual = "http://localhost:5080";

    private static readonly string[] OtherWays = ["http_ports", "https_ports", "https_port", "Kestrel"];

    /// <summary>Null when certificates or named endpoints are configured: the framework's own server reads those.</summary>
    public static IReadOnlyList<string>? Of(IConfiguration settings)
    {
        if (OtherWays.Any(way => settings.GetSection(way).Exists()))
            return null;
        var urls = (settings["urls"] ?? Usual).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return urls.Length > 0 && urls.All(url => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) ? urls : null;
    }
}
