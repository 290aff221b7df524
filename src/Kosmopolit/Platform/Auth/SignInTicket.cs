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

    // Stands before the address of somebody who comes to join; no address begins with it.
    private const char Newcomer = ' ';

    public string For(string email, bool newcomer = false) =>
        _protector.Protect(newcomer ? Newcomer + email : email, TimeSpan.FromMinutes(30));

    /// <summary>The address and whether a new account may be made for it, or null when the ticket is too old or not ours.</summary>
    public SignInRequest? Read(string? ticket)
    {
        try
        {
            if (string.IsNullOrEmpty(ticket))
                return null;
            var text = _protector.Unprotect(ticket);
            return new SignInRequest(text.TrimStart(Newcomer), text.StartsWith(Newcomer));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <param name="IsNewcomer">Asked for a code in order to join: the right code makes the account.</param>
public sealed record SignInRequest(string Email, bool IsNewcomer);
