using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Kosmopolit.Platform.Auth.Providers;

public static class ProvidersRoom
{
    /// <summary>Carries, for ten minutes, what a service said about somebody who just came back from it.</summary>
    private const string ArrivalCookie = "kosmopolit-arrival";

    public static AuthenticationBuilder AddProviders(this AuthenticationBuilder builder, IConfiguration configuration)
    {
        var providers = ProviderList.From(configuration);
        builder.Services.AddSingleton(providers);
        builder.Services.AddScoped<Arrivals>();
        builder.Services.AddScoped<OwnLinks>();
        builder.AddCookie(
            IdentityConstants.ExternalScheme,
            o =>
            {
                o.Cookie.Name = ArrivalCookie;
                o.Cookie.SameSite = SameSiteMode.Lax;
                o.ExpireTimeSpan = TimeSpan.FromMinutes(10);
                o.SlidingExpiration = false;
            }
        );
        foreach (var provider in providers.All)
            builder.AddOpenIdConnect(provider.Scheme, provider.Name, o => Describe(o, provider));
        return builder;
    }

    // The code flow with PKCE, state and nonce; the token's signature, issuer, audience and time are checked by the library.
    private static void Describe(OpenIdConnectOptions options, Provider provider)
    {
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.Authority = provider.Authority.ToString();
        options.RequireHttpsMetadata = !provider.Authority.IsLoopback;
        (options.ClientId, options.ClientSecret) = (provider.ClientId, provider.ClientSecret.Length > 0 ? provider.ClientSecret : null);
        options.CallbackPath = provider.ReturnPath;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        // A name at a service says nothing without the service; the library would forget it.
        options.ClaimActions.Remove("iss");
        options.SaveTokens = false;
        options.GetClaimsFromUserInfoEndpoint = false;
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("email");
        options.TokenValidationParameters.ValidAudience = provider.ClientId;
        options.TokenValidationParameters.ValidAlgorithms =
        [
            "RS256",
            "RS384",
            "RS512",
            "PS256",
            "PS384",
            "PS512",
            "ES256",
            "ES384",
            "ES512",
        ];
        // The library lets an unsigned token pass when it came straight from the service; we do not.
        options.Events.OnTokenValidated = context =>
        {
            if (context.SecurityToken.RawSignature.Length == 0)
                context.Fail("The token is not signed.");
            return Task.CompletedTask;
        };
        // The answer comes by GET from another site, which Lax allows and Strict does not.
        options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Events.OnRemoteFailure = context => Failed(context, provider);
    }

    // Whatever went wrong, between us and them: the person is told that nothing happened, the log is told what.
    private static Task Failed(RemoteFailureContext context, Provider provider)
    {
        var log = context.HttpContext.RequestServices.GetRequiredService<ILogger<Arrivals>>();
        log.LogWarning("{Provider} sent somebody back whom we do not let in: {Reason}", provider.Key, context.Failure?.GetType().Name);
        context.Response.Redirect(Arrivals.FailedPath(provider.Key));
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
