using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Kosmopolit.Features.Members.Desk.Monday;

/// <summary>The signed addresses at the foot of a Monday mail: one that a mail program posts to, one that people open.</summary>
public sealed class DeskMailStop(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("desk-mail");

    public string PageFor(Guid account, Guid network) => $"/desk-mail/{Token(account, network)}";

    public string PostFor(Guid account, Guid network) => $"/desk-mail/{Token(account, network)}/stop";

    /// <summary>Whose mail of which network, or null when the address is not ours.</summary>
    public (Guid Account, Guid Network)? Read(string token)
    {
        try
        {
            return
                _protector.Unprotect(token).Split(' ') is [var a, var n]
                && Guid.TryParse(a, out var account)
                && Guid.TryParse(n, out var network)
                ? (account, network)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private string Token(Guid account, Guid network) => _protector.Protect($"{account:N} {network:N}");
}
