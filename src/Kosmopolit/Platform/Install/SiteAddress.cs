namespace Kosmopolit.Platform.Install;

/// <summary>
/// Where this installation is reached from outside, for links in mails. The setting <c>Kosmopolit:Address</c> decides;
/// without it the address of the request is believed, which is right for one machine and wrong behind a careless proxy.
/// </summary>
public sealed class SiteAddress(IConfiguration configuration, IHttpContextAccessor http)
{
    public const string Setting = "Kosmopolit:Address";

    /// <param name="path">Path from the root, with its query.</param>
    /// <returns>The absolute address, without a slash too many.</returns>
    public string this[string path] => $"{Root}{path}";

    private string Root =>
        configuration[Setting] is { Length: > 0 } fixedAddress ? fixedAddress.TrimEnd('/')
        : http.HttpContext?.Request is { } request ? $"{request.Scheme}://{request.Host}"
        : "http://localhost:5080";
}
