using System.Security.Cryptography;
using System.Text;

namespace Kosmopolit.Features.Setup;

/// <summary>
/// Proves that whoever sets the installation up can read the server's log. Made anew at each start, kept in memory only.
/// </summary>
public sealed class SetupCode
{
    // No 0, O, 1 or I: the code is read from a screen and typed on another.
    private const string Signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>Twelve signs in three groups: sixty bits.</summary>
    public string Text { get; } = string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Signs, 4)));

    public bool Fits(string typed) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(typed.Trim().ToUpperInvariant())),
            SHA256.HashData(Encoding.UTF8.GetBytes(Text))
        );
}
