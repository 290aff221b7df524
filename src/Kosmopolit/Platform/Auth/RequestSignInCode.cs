using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform.Auth.Addresses;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Auth;

/// <summary>What the first page of signing in asks for.</summary>
public sealed class SignInInput
{
    [Required(ErrorMessage = "Write your e-mail address.")]
    [StringLength(254, ErrorMessage = "An e-mail address has at most 254 characters.")]
    [EmailAddress(ErrorMessage = "This does not look like an e-mail address. It needs an @ and no spaces.")]
    [ReadableAddress]
    public string? Email { get; set; }
}

/// <summary>Sends a one-time code to an address that has an account; to others it does nothing that can be noticed.</summary>
public sealed class RequestSignInCode(KosmopolitDb db, SentCodes codes, NetworkLimit limit)
{
    /// <param name="newcomer">Somebody who joins gets a code although the address has no account yet.</param>
    public async Task Run(SignInInput input, CancellationToken ct, bool newcomer = false)
    {
        // As with too many for one address: accepted and forgotten.
        if (!limit.Allows(Knock.Code))
            return;
        var normalized = Account.Normalise(input.Email!);
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedEmail == normalized, ct);
        await codes.Send(account?.Email ?? input.Email!, SignInCode.ToSignIn, ct, isMeant: account is not null || newcomer);
    }
}
