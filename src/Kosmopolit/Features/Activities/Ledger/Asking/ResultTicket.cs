using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Kosmopolit.Features.Activities.Ledger.Asking;

/// <summary>
/// Lets somebody who was there tell from a mail what came of it, without signing in: a signed note of which asking, good for
/// two months. It tells, and shows nothing of the firm's book. And the address that ends such mails.
/// </summary>
public sealed class ResultTicket(IDataProtectionProvider protection)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(60);

    private readonly IDataProtector _tickets = protection.CreateProtector("activity-result");
    private readonly IDataProtector _stops = protection.CreateProtector("activity-result-mail");

    /// <summary>Path from the root; the answer only chooses what the page's button says, so that a program that opens links tells nothing.</summary>
    public string PathFor(Guid ask, DealStage said) =>
        $"/results/{_tickets.Protect(ask.ToString("N", CultureInfo.InvariantCulture))}?said={said.ToString().ToLowerInvariant()}";

    /// <summary>The asking; null when the ticket is not ours. Whoever reads it looks how old the asking is.</summary>
    public Guid? Read(string? ticket) => Opened(() => _tickets.Unprotect(ticket ?? ""));

    public string StopPage(Guid member) => $"/result-mail/{_stops.Protect(member.ToString("N", CultureInfo.InvariantCulture))}";

    public string StopPost(Guid member) => $"{StopPage(member)}/stop";

    public Guid? ReadStop(string? token) => Opened(() => _stops.Unprotect(token ?? ""));

    private static Guid? Opened(Func<string> read)
    {
        try
        {
            return Guid.TryParseExact(read(), "N", out var id) ? id : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
