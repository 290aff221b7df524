using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform.Auth.Passkeys;
using Kosmopolit.Platform.Auth.Passwords;
using Kosmopolit.Platform.Auth.Sessions;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Auth.StepUp;

/// <summary>One of three proofs, and perhaps a form that waits for it.</summary>
public sealed class ProofInput
{
    [Display(Name = "The code")]
    [StringLength(40, ErrorMessage = "The code has six digits.")]
    public string? Code { get; set; }

    [StringLength(PasswordRules.Longest, ErrorMessage = "This is too long. Please make it shorter.")]
    [DataType(DataType.Password)]
    public string? Password { get; set; }

    /// <summary>What the browser's passkey says, as JSON.</summary>
    [StringLength(20_000)]
    [DataType(DataType.Password)]
    public string? Credential { get; set; }

    /// <summary>A sealed form; see <see cref="KeptForms"/>.</summary>
    [DataType(DataType.Password)]
    public string? Kept { get; set; }

    /// <summary>The form has only just come to wait; nothing is asked for yet.</summary>
    public bool Waits { get; set; }
}

/// <summary>Somebody who is signed in shows once more that they are the account's owner.</summary>
public sealed class Prove(KosmopolitDb db, Me me, SentCodes codes, CheckPassword passwords, ReadPasskey passkeys)
{
    public Task<Account> Account(CancellationToken ct = default) => db.Users.SingleAsync(a => a.Id == me.AccountId, ct);

    public async Task SendCode(CancellationToken ct = default) => await codes.Send((await Account(ct)).Email!, SignInCode.ToProve, ct);

    public async Task<Refusal?> Run(ProofInput input, DateTimeOffset now, CancellationToken ct = default)
    {
        var account = await Account(ct);
        var (by, refusal) =
            input.Credential is { Length: > 0 } credential ? (SignedInBy.Passkey, await ByPasskey(credential, account))
            : input.Password is { Length: > 0 } password ? (SignedInBy.Password, await ByPassword(password, account, ct))
            : (SignedInBy.Code, await codes.Redeem(account.Email!, SignInCode.ToProve, input.Code, ct));
        if (refusal is null)
            (await db.Set<Session>().SingleAsync(s => s.Id == me.SessionId, ct)).Prove(by, now);
        await db.SaveChangesAsync(ct);
        return refusal;
    }

    private async Task<Refusal?> ByPassword(string password, Account account, CancellationToken ct)
    {
        var (_, refusal) = await passwords.Run(account.Email!, password, ct);
        return refusal is null ? null : refusal with { Field = nameof(ProofInput.Password) };
    }

    private async Task<Refusal?> ByPasskey(string credential, Account account)
    {
        var (read, refusal) = await passkeys.Run(credential);
        return read is not null && read.Id != account.Id ? ReadPasskey.NotTaken : refusal;
    }
}
