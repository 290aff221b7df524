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

/// <summary>Exchanges a code for the account that it opens.</summary>
public sealed class RedeemSignInCode(KosmopolitDb db, SentCodes codes, TimeProvider clock)
{
    private static readonly Refusal Unknown = new(
        "That is not the code in the mail. Look at the six digits once more.",
        nameof(SignInCodeInput.Code)
    );

    /// <summary>The account, or why not; the same words for an unknown address as for a wrong code.</summary>
    /// <param name="newcomer">Language of the account that is made when the address has none yet; null makes none.</param>
    public async Task<Outcome<Account>> Run(string email, SignInCodeInput input, CancellationToken ct, string? newcomer = null)
    {
        var normalized = Account.Normalise(email);
        var refusal = await codes.Redeem(email, SignInCode.ToSignIn, input.Code, ct);
        var account = await db.Users.SingleOrDefaultAsync(a => a.NormalizedEmail == normalized, ct);
        if (refusal is null && account is null && newcomer is not null)
            db.Add(account = new Account(email.Trim(), newcomer, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            return Unknown; // Two guesses at once: one of them counts.
        }
        if (refusal is not null)
            return refusal;
        return account is null ? Unknown : account;
    }
}
