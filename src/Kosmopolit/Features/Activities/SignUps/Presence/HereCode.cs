using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using QRCoder;

namespace Kosmopolit.Features.Activities.SignUps.Presence;

/// <summary>
/// What the code at the door says: which activity, and until when it is good. Signed, so that nobody makes one at home; short-lived,
/// so that a picture of it sent to somebody who stayed at home is soon worth nothing.
/// </summary>
public sealed class HereCode(IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    private readonly IDataProtector _protector = protection.CreateProtector("activity-here");

    public (string Path, DateTimeOffset Until) For(Guid activity)
    {
        var until = clock.GetUtcNow() + Lasts;
        var words = string.Create(CultureInfo.InvariantCulture, $"{activity:N} {until.ToUnixTimeSeconds()}");
        return ($"/activities/here/{_protector.Protect(words)}", until);
    }

    /// <summary>The activity; null when the code is too old or not ours.</summary>
    public Guid? Read(string? code)
    {
        try
        {
            return
                _protector.Unprotect(code ?? "").Split(' ') is [var id, var until]
                && Guid.TryParseExact(id, "N", out var activity)
                && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
                && clock.GetUtcNow().ToUnixTimeSeconds() <= end
                ? activity
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The code as the path of a drawing, one unit for each of its squares, and how many squares wide it is.</summary>
    public static (string Path, int Width) Draw(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.L);
        var squares = data.ModuleMatrix;
        var runs = new System.Text.StringBuilder();
        for (var y = 0; y < squares.Count; y++)
        for (var x = 0; x < squares.Count; x++)
            if (squares[y][x])
                runs.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return (runs.ToString(), squares.Count);
    }
}
