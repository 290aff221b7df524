using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Kosmopolit.Platform.Auth.Sessions;
using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Auth.Providers;

/// <summary>Somebody whom a service vouched for a moment ago.</summary>
/// <param name="Subject">A hash of the service's issuer and of the name it has for the person: never their address.</param>
/// <param name="Shown">How the person is called there, to be shown to them alone.</param>
public sealed record Arrival(Provider Provider, string Subject, string Shown);

/// <summary>
/// People who come back from a service. A link made earlier lets them in. Whoever is not linked must first sign in here,
/// with a code, and say that the two belong together: the address that a service tells is never believed, because it may
/// be unverified there, or have belonged to somebody else.
/// </summary>
public sealed class Arrivals(KosmopolitDb db, ProviderList providers, OpenSession openSession, IHttpContextAccessor http)
{
    public const string LinkPath = "/me/sign-in/providers/link";

    public static string FailedPath(string key) => $"/sign-in?failed={key}";

    private HttpContext Context => http.HttpContext!;

    /// <summary>Who came back in this browser; null when nobody did, or too long ago.</summary>
    public async Task<Arrival?> Read()
    {
        var result = await Context.AuthenticateAsync(IdentityConstants.ExternalScheme);
        if (result.Principal is not { } person || !result.Properties!.Items.TryGetValue("provider", out var key))
            return null;
        var (issuer, subject) = (person.FindFirstValue("iss"), person.FindFirstValue("sub"));
        if (providers.Find(key) is not { } provider || string.IsNullOrEmpty(issuer) || string.IsNullOrEmpty(subject))
            return null;
        return new Arrival(provider, Hash(issuer, subject), PlainText.Clean(person.FindFirstValue("email") ?? subject));
    }

    /// <summary>The account linked to a service's person, if any.</summary>
    public Task<Guid?> Owner(Arrival arrival, CancellationToken ct) =>
        db.Set<IdentityUserLogin<Guid>>()
            .Where(l => l.LoginProvider == arrival.Provider.Key && l.ProviderKey == arrival.Subject)
            .Select(l => (Guid?)l.UserId)
            .SingleOrDefaultAsync(ct);

    /// <summary>Lets in whoever is linked, and returns where to go on.</summary>
    public async Task<string> Receive(Me me, string? next, CancellationToken ct)
    {
        if (await Read() is not { } arrival)
            return "/sign-in";
        var owner = await Owner(arrival, ct);
        // Somebody who is signed in came to link; so must whoever is not known yet, after signing in.
        if (me.IsSignedIn)
            return LinkPath;
        if (owner is not { } account)
            return $"/sign-in?next={Uri.EscapeDataString(LinkPath)}&from={arrival.Provider.Key}";
        await Forget();
        await openSession.Run(await db.Users.SingleAsync(a => a.Id == account, ct), SignedInBy.Provider, ct);
        return LocalAddress.Of(next) ?? "/me";
    }

    public Task Forget() => Context.SignOutAsync(IdentityConstants.ExternalScheme);

    private static string Hash(string issuer, string subject) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{subject}")));
}
