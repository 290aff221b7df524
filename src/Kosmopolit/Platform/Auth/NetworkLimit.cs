using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Kosmopolit.Platform.Auth;

/// <summary>What is counted per network address.</summary>
public enum Knock
{
    /// <summary>Asking for a code to be mailed.</summary>
    Code,

    /// <summary>Trying a password.</summary>
    Password,
}

/// <summary>
/// How often one network address may knock, whatever mail addresses it names. Counted in memory, for as long as the
/// window; of IPv6 the half that a household gets.
/// </summary>
public sealed class NetworkLimit(IHttpContextAccessor http) : IDisposable
{
    /// <summary>Codes in an hour: a meeting where everybody joins over the same Wi-Fi.</summary>
    public const int Codes = 100;

    /// <summary>Passwords in ten minutes.</summary>
    public const int Passwords = 15;

    private readonly PartitionedRateLimiter<(Knock, string)> _limiter = PartitionedRateLimiter.Create<
        (Knock Knock, string From),
        (Knock, string)
    >(knock => RateLimitPartition.GetSlidingWindowLimiter((knock.Knock, knock.From), _ => Window(knock.Knock)));

    public bool Allows(Knock knock)
    {
        using var lease = _limiter.AttemptAcquire((knock, From(http.HttpContext?.Connection.RemoteIpAddress)));
        return lease.IsAcquired;
    }

    /// <summary>The part of an address that stands for one household or office.</summary>
    public static string From(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes()[..8])
            : address.ToString();
    }

    public void Dispose() => _limiter.Dispose();

    private static SlidingWindowRateLimiterOptions Window(Knock knock) =>
        new()
        {
            PermitLimit = knock == Knock.Code ? Codes : Passwords,
            Window = knock == Knock.Code ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(10),
            SegmentsPerWindow = 6,
        };
}
