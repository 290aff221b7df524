using Kosmopolit.Platform.Data;

namespace Kosmopolit.Platform.Auth.Providers;

/// <summary>
/// Another service that vouches for people (OpenID Connect), from the section <c>Kosmopolit:Providers:{Key}</c>.
/// </summary>
/// <param name="Key">Lower-case letters, digits and hyphens; stands in addresses and in the links of accounts.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Authority">Where it lives; HTTPS, unless it is on this machine.</param>
public sealed record Provider(string Key, string Name, Uri Authority, string ClientId, string ClientSecret)
{
    /// <summary>Name of its authentication scheme.</summary>
    public string Scheme => $"provider-{Key}";

    /// <summary>The address to register with the service as the one it may send people back to.</summary>
    public string ReturnPath => $"/sign-in/providers/{Key}/return";
}

/// <summary>The services of this installation, in the order of their names; usually none.</summary>
public sealed record ProviderList(IReadOnlyList<Provider> All)
{
    public const string Section = "Kosmopolit:Providers";

    public Provider? Find(string? key) => All.FirstOrDefault(p => p.Key == key);

    /// <exception cref="StartRefusedException">A service is not described completely; the message says what is missing.</exception>
    public static ProviderList From(IConfiguration configuration) =>
        new([.. configuration.GetSection(Section).GetChildren().Select(Read).OrderBy(p => p.Name, StringComparer.CurrentCulture)]);

    private static Provider Read(IConfigurationSection section)
    {
        var key = section.Key.ToLowerInvariant();
        if (!key.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
            throw new StartRefusedException($"{section.Path}: the key of a provider has letters a to z, digits and hyphens only.");
        string Need(string name) =>
            section[name] is { Length: > 0 } value ? value : throw new StartRefusedException($"{section.Path}:{name} is missing.");
        if (
            !Uri.TryCreate(Need("Authority"), UriKind.Absolute, out var authority) || (authority.Scheme != "https" && !authority.IsLoopback)
        )
            throw new StartRefusedException($"{section.Path}:Authority must be an address that begins with https.");
        return new Provider(key, Need("Name"), authority, Need("ClientId"), section["ClientSecret"] ?? "");
    }
}
