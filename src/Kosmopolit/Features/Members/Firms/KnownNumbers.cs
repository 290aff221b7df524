using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Firms;

/// <summary>Which open firm has an organisation number. Whose it is stays in here: readers hear only that it is taken.</summary>
public sealed class KnownNumbers(KosmopolitDb db)
{
    public static readonly Refusal Taken = new(
        "A firm with this number is here already. If you belong to it, ask to be added to it.",
        nameof(FirmInput.OrganisationNumber)
    );

    /// <param name="digits">Ten digits, or empty.</param>
    /// <param name="except">A firm that may have it.</param>
    public async Task<Refusal?> Check(string digits, Guid? except, CancellationToken ct) =>
        digits.Length > 0 && await Holder(digits, ct) is { } holder && holder != except ? Taken : null;

    internal Task<Guid?> Holder(string digits, CancellationToken ct) =>
        db.Firms.Where(f => f.UniqueNumber == digits && f.ClosedAt == null).Select(f => (Guid?)f.Id).SingleOrDefaultAsync(ct);
}
