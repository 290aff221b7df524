using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Kosmopolit.Platform.Auth;

/// <summary>
/// Carries the address from the first page of signing in to the second without writing it into an address bar, a log
/// or a cookie in the clear.
/// </summary>
public sealed class SignInTicket(IDataProtectionProvider protection)
{
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("sign-in").ToTimeLimitedDataProtector();

    public string For(string email) => _protector.Protect(email, TimeSpan.FromMinutes(30));

    /// <summary>The address, or null when the ticket is too old or not ours.</summary>
    public string? Read(string? ticket)
    {
        try
        {
            return string.IsNullOrEmpty(ticket) ? null : _protector.Unprotect(ticket);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
