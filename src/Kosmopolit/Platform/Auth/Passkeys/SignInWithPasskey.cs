using Kosmopolit.Platform.Auth.Sessions;

namespace Kosmopolit.Platform.Auth.Passkeys;

/// <summary>Signs in whoever holds a passkey of this site, without a name.</summary>
public sealed class SignInWithPasskey(ReadPasskey readPasskey, OpenSession openSession)
{
    public async Task<Refusal?> Run(string? credential, CancellationToken ct = default)
    {
        if (credential is not { Length: > 0 and < 20_000 })
            return ReadPasskey.NotTaken;
        var (account, refusal) = await readPasskey.Run(credential, ct);
        if (account is not null)
            await openSession.Run(account, SignedInBy.Passkey, ct);
        return refusal;
    }
}
