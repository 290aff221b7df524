using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Kosmopolit.Features.Members.SelfGovernment.Ballots;

/// <summary>
/// Opens and seals urns. Slips have one size and lie sorted by receipt, so that the sealed text tells at most how many
/// there are; the key is the installation's and lies outside the tables of votes.
/// </summary>
public sealed class SealedUrn(IDataProtectionProvider protection)
{
    /// <summary>Letters of a receipt: no vowels that make words, nothing taken for a digit.</summary>
    public const int ReceiptLength = 12;

    private const int ChoiceLength = 64;

    /// <summary>A receipt nobody has had before: 12 letters of 26, some 56 bits.</summary>
    public static string NewReceipt() => RandomNumberGenerator.GetString(Platform.Slug.MeaninglessLetters, ReceiptLength);

    public static bool IsReceipt(string? receipt) =>
        receipt?.Length == ReceiptLength && receipt.All(c => Platform.Slug.MeaninglessLetters.Contains(c, StringComparison.Ordinal));

    /// <exception cref="CryptographicException">The installation's keys are not those that sealed it.</exception>
    public IReadOnlyList<Slip> Open(Urn urn)
    {
        if (urn.Sealed.Length == 0)
            return [];
        var text = For(urn).Unprotect(urn.Sealed);
        return
        [
            .. text.Chunk(ReceiptLength + ChoiceLength)
                .Select(slip => new Slip(new string(slip, 0, ReceiptLength), new string(slip, ReceiptLength, ChoiceLength).Trim())),
        ];
    }

    public void Seal(Urn urn, IEnumerable<Slip> slips) =>
        urn.Put(
            For(urn)
                .Protect(
                    string.Concat(slips.OrderBy(s => s.Mark, StringComparer.Ordinal).Select(s => s.Mark + s.Choice.PadRight(ChoiceLength)))
                )
        );

    private IDataProtector For(Urn urn) => protection.CreateProtector("urn", urn.BallotId.ToString("N"));
}
