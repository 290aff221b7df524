using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Kosmopolit.Features.Members.Renewal;

/// <summary>
/// The signed link in a reminder: it says which membership and which day it is about, holds for a year and two months, and
/// can do one thing only, to stay.
/// </summary>
public sealed class StayLink(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(425);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("stay").ToTimeLimitedDataProtector();

    public string For(Guid membership) => _protector.Protect(membership.ToString("N"), Lifetime);

    /// <summary>The membership, or null when the link is too old or not ours.</summary>
    public Guid? Read(string token)
    {
        try
        {
            return Guid.TryParseExact(_protector.Unprotect(token), "N", out var membership) ? membership : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
