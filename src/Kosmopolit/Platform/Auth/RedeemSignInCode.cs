using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Auth;

/// <summary>What the second page of signing in asks for.</summary>
public sealed class SignInCodeInput
{
    [Required(ErrorMessage = "Write the six digits from the mail.")]
    [StringLength(40, ErrorMessage = "The code has six digits.")]
    public string? Code { get; set; }
}

/// <summary>Exchanges a code for a session.</summary>
public sealed class RedeemSignInCode(KosmopolitDb db, TimeProvider clock)
{
    private static readonly Refusal Unknown = new(
        "That is not the code in the mail. Look at the six digits once more.",
        nameof(SignInCodeInput.Code)
    );

    /// <summary>The account, or why not; the same words for an unknown address as for a wrong code.</summary>
    public async Task<Outcome<Account>> Run(string email, SignInCodeInput input, CancellationToken ct)
    {
        var normalized = Account.Normalise(email);
        var row = await db.Set<SignInCode>()
            .Where(c => c.NormalizedEmail == normalized)
            .OrderByDescending(c => c.CreatedAt)
            .FirstOrDefaultAsync(ct);
        if (row is null)
            return Unknown;
        var refusal = row.Redeem(Digits(input.Code!), clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Unknown; // Two guesses at once: one of them counts.
        }
        if (refusal is not null)
            return refusal with { Field = nameof(SignInCodeInput.Code) };
        var account = await db.Users.SingleOrDefaultAsync(a => a.NormalizedEmail == normalized, ct);
        return account is null ? Unknown : account;
    }

    // A code may be pasted with spaces, or typed on an Arabic or Persian keyboard.
    private static string Digits(string typed) =>
        string.Concat(typed.Where(char.IsDigit).Select(d => (char)('0' + (int)char.GetNumericValue(d))));
}
