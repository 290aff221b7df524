using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Kosmopolit.Tests.Platform.Auth.Providers;

/// <summary>How the service's token is spoiled.</summary>
public enum Flaw
{
    None,
    Signature,
    Nonce,
    Audience,
    Issuer,
    Expired,
    NoSignature,
}

/// <summary>
/// A service that vouches for people, small and whole: discovery, keys, the code flow with PKCE, RS256. It runs on a
/// loopback port of its own and answers over real HTTP.
/// </summary>
public sealed class LocalProvider : IAsyncDisposable
{
    public const string ClientId = "kosmopolit";
    public const string ClientSecret = "a secret between two";

    private readonly Dictionary<string, Asked> _codes = [];
    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _foreign = RSA.Create(2048);
    private readonly WebApplication _app;

    private LocalProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", Discover);
        _app.MapGet("/keys", Keys);
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", Token);
    }

    public string Address => _app.Urls.First();

    /// <summary>Who is signed in at the service.</summary>
    public string Subject { get; set; } = "somebody";

    public string Email { get; set; } = "somebody@example.org";

    public bool EmailVerified { get; set; } = true;

    public Flaw Flaw { get; set; }

    /// <summary>The service says no.</summary>
    public bool Declines { get; set; }

    /// <summary>What it was asked for last, by name.</summary>
    public IQueryCollection? LastAsked { get; private set; }

    public static async Task<LocalProvider> Open()
    {
        var provider = new LocalProvider();
        await provider._app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _key.Dispose();
        _foreign.Dispose();
    }

    private object Discover() =>
        new
        {
            issuer = Address,
            authorization_endpoint = $"{Address}/authorize",
            token_endpoint = $"{Address}/token",
            jwks_uri = $"{Address}/keys",
            response_types_supported = new[] { "code" },
            subject_types_supported = new[] { "public" },
            id_token_signing_alg_values_supported = new[] { "RS256" },
        };

    private object Keys()
    {
        var open = _key.ExportParameters(includePrivateParameters: false);
        var (n, e) = (WebEncoders.Base64UrlEncode(open.Modulus!), WebEncoders.Base64UrlEncode(open.Exponent!));
        var key = new Dictionary<string, string>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = "RS256",
            ["kid"] = "one",
            ["n"] = n,
            ["e"] = e,
        };
        return new { keys = new[] { key } };
    }

    private IResult Authorize(HttpRequest request)
    {
        var asked = LastAsked = request.Query;
        if (asked["client_id"] != ClientId || asked["response_type"] != "code" || asked["code_challenge_method"] != "S256")
            return Results.BadRequest();
        var answer = new Dictionary<string, string?> { ["state"] = asked["state"] };
        if (Declines)
            answer["error"] = "access_denied";
        else
        {
            var code = answer["code"] = Guid.NewGuid().ToString("N");
            _codes[code] = new Asked(asked["nonce"]!, asked["code_challenge"]!, asked["redirect_uri"]!);
        }
        return Results.Redirect(QueryHelpers.AddQueryString(asked["redirect_uri"]!, answer));
    }

    private async Task<IResult> Token(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        _codes.Remove(form["code"].ToString(), out var asked);
        var fits =
            form["client_id"] == ClientId
            && form["client_secret"] == ClientSecret
            && asked is not null
            && asked.Redirect == form["redirect_uri"]
            && asked.Challenge == WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!)));
        if (!fits)
            return Results.BadRequest(new { error = "invalid_grant" });
        return Results.Json(
            new Dictionary<string, object>
            {
                ["access_token"] = Guid.NewGuid().ToString("N"),
                ["token_type"] = "Bearer",
                ["expires_in"] = 300,
                ["id_token"] = Vouch(asked!.Nonce),
            }
        );
    }

    // Tokens are stamped with the machine's time, as a service elsewhere would.
    private string Vouch(string nonce)
    {
        var now = TimeProvider.System.GetUtcNow();
        var issued = Flaw == Flaw.Expired ? now.AddHours(-2) : now;
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Flaw == Flaw.Issuer ? "https://elsewhere.example" : Address,
            ["aud"] = Flaw == Flaw.Audience ? "another-site" : ClientId,
            ["sub"] = Subject,
            ["email"] = Email,
            ["email_verified"] = EmailVerified,
            ["nonce"] = Flaw == Flaw.Nonce ? "another" : nonce,
            ["iat"] = issued.ToUnixTimeSeconds(),
            ["exp"] = issued.AddMinutes(5).ToUnixTimeSeconds(),
        };
        var head = new
        {
            alg = Flaw == Flaw.NoSignature ? "none" : "RS256",
            typ = "JWT",
            kid = "one",
        };
        var text = $"{Encode(head)}.{Encode(claims)}";
        if (Flaw == Flaw.NoSignature)
            return text + ".";
        var key = Flaw == Flaw.Signature ? _foreign : _key;
        return $"{text}.{WebEncoders.Base64UrlEncode(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Encode(object part) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(part));

    private sealed record Asked(string Nonce, string Challenge, string Redirect);
}
