using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Auth.Addresses;

public sealed class NewAddressInput
{
    [Display(Name = "The new address")]
    [Required(ErrorMessage = "Write your e-mail address.")]
    [StringLength(254, ErrorMessage = "An e-mail address has at most 254 characters.")]
    [EmailAddress(ErrorMessage = "This does not look like an e-mail address. It needs an @ and no spaces.")]
    [ReadableAddress]
    public string? Email { get; set; }

    /// <summary>Ticked by somebody who was warned that the address can be mistaken for another.</summary>
    public bool Meant { get; set; }
}

public sealed class BothCodesInput
{
    [Display(Name = "The code from your present address")]
    [Required(ErrorMessage = "Write the six digits from the mail.")]
    [StringLength(40, ErrorMessage = "The code has six digits.")]
    public string? OldCode { get; set; }

    [Display(Name = "The code from the new address")]
    [Required(ErrorMessage = "Write the six digits from the mail.")]
    [StringLength(40, ErrorMessage = "The code has six digits.")]
    public string? NewCode { get; set; }
}

/// <summary>
/// Moves an account to another address, after a code from each. The page answers the same whether the new address is free
/// or has an account; only the mail to it tells.
/// </summary>
public sealed class ChangeAddress(KosmopolitDb db, Me me, AddressLetter letter, TimeProvider clock)
{
    /// <summary>Changes that one account may begin, and that may be begun towards one address, in a day.</summary>
    public const int MostPerDay = 5;

    public static readonly Refusal Mistaken = new(
        "This address can be mistaken for another one: some of its letters look like Latin letters and are not. If you mean it, tick the box.",
        nameof(NewAddressInput.Email)
    );

    /// <summary>The change that waits for its codes, if any.</summary>
    public async Task<AddressChange?> Open(CancellationToken ct = default)
    {
        var newest = await db.Set<AddressChange>()
            .Where(c => c.AccountId == me.AccountId)
            .OrderByDescending(c => c.CreatedAt)
            .ThenByDescending(c => c.Id)
            .FirstOrDefaultAsync(ct);
        return newest?.IsOpen(clock.GetUtcNow()) == true ? newest : null;
    }

    public async Task<Refusal?> Begin(NewAddressInput input, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var account = await db.Users.SingleAsync(a => a.Id == me.AccountId, ct);
        var normalized = Account.Normalise(input.Email!);
        if (normalized == account.NormalizedEmail)
            return new Refusal("This is your address already.", nameof(input.Email));
        if (!input.Meant && AddressLetters.CanBeMistaken(input.Email!, account.Email!))
            return Mistaken;
        var today = db.Set<AddressChange>().Where(c => c.CreatedAt > now.AddDays(-1));
        if (await today.CountAsync(c => c.AccountId == account.Id || c.NormalizedEmail == normalized, ct) >= MostPerDay)
            return new Refusal("That is enough for one day. Try again tomorrow.");
        (await Open(ct))?.Close(now);
        var holder = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedEmail == normalized, ct);
        var (row, oldCode, newCode) = AddressChange.Begin(account.Id, input.Email!, holder is null, now);
        db.Add(row);
        letter.ToOld(account, oldCode);
        letter.ToNew(account, input.Email!.Trim(), holder is null ? newCode : null);
        await db.SaveChangesAsync(ct);
        await db.Set<AddressChange>().Where(c => c.ExpiresAt < now.AddDays(-7)).ExecuteDeleteAsync(ct);
        return null;
    }

    public async Task<Refusal?> Confirm(BothCodesInput input, CancellationToken ct = default)
    {
        if (await Open(ct) is not { } change)
            return new Refusal("These codes are too old, or too many wrong ones were tried. Begin again.");
        var account = await db.Users.SingleAsync(a => a.Id == me.AccountId, ct);
        var (before, after) = (account.Email!, change.Email);
        var refusal = change.Confirm(SentCodes.Digits(input.OldCode), SentCodes.Digits(input.NewCode), clock.GetUtcNow());
        if (refusal is null)
        {
            account.MoveTo(after);
            letter.Moved(account, before);
        }
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Two guesses at once, or the address was taken meanwhile: the answer is that of a wrong code.
            return new Refusal("That is not the code in the mail to the new address.", nameof(input.NewCode));
        }
        return refusal;
    }

    public async Task TakeBack(CancellationToken ct = default)
    {
        (await Open(ct))?.Close(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }
}
