namespace Kosmopolit.Platform.Auth;

/// <summary>Addresses that came from outside and are followed after signing in.</summary>
public static class LocalAddress
{
    /// <summary>The address when it leads into this site, otherwise null.</summary>
    public static string? Of(string? address) =>
        address is ['/', ..]
        && !address.StartsWith("//", StringComparison.Ordinal)
        && !address.Contains('\\', StringComparison.Ordinal)
        && !address.Any(char.IsControl)
            ? address
            : null;
}
