using Kosmopolit.Platform.Auth.Addresses;
using Kosmopolit.Platform.Auth.Passkeys;
using Kosmopolit.Platform.Auth.Passwords;
using Kosmopolit.Platform.Auth.Providers;
using Kosmopolit.Platform.Auth.Sessions;
using Kosmopolit.Platform.Auth.StepUp;
using Kosmopolit.Platform.Auth.Tokens;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Kosmopolit.Platform.Auth;

public static class AuthRoom
{
    /// <summary>The session cookie's name; its absence marks a visitor, whose pages may be shared.</summary>
    public const string SessionCookie = "kosmopolit";

    /// <summary>Holds the question that a passkey is about to answer.</summary>
    private const string QuestionCookie = "kosmopolit-passkey";

    public static IServiceCollection AddAuth(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddIdentityCore<Account>(o =>
            {
                o.User.RequireUniqueEmail = true;
                // Addresses are written in every script.
                o.User.AllowedUserNameCharacters = "";
            })
            .AddSignInManager()
            .AddClaimsPrincipalFactory<SessionClaims>()
            .AddUserStore<Accounts>();
        services.Configure<IdentityPasskeyOptions>(o => Describe(o, configuration));
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, Cookie)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, Question)
            .AddScheme<AuthenticationSchemeOptions, TokenSignIn>(TokenSignIn.Scheme, null)
            .AddProviders(configuration);
        // Deny by default: what visitors may open says so itself.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddScoped(sp => sp.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<Me>() ?? Me.Visitor);
        services.AddSingleton<SignInTicket>();
        services.AddSingleton<NetworkLimit>();
        return services.AddVerbs();
    }

    public static void MapAuth(this IEndpointRouteBuilder routes)
    {
        routes.MapPasskeyQuestions();
        routes.MapProviderDoors();
    }

    private static IServiceCollection AddVerbs(this IServiceCollection services) =>
        services
            .AddScoped<SentCodes>()
            .AddScoped<RequestSignInCode>()
            .AddScoped<RedeemSignInCode>()
            .AddScoped<OwnerLetters>()
            .AddScoped<OpenSession>()
            .AddScoped<EndSessions>()
            .AddScoped<KeptForms>()
            .AddScoped<Prove>()
            .AddScoped<ReadPasskey>()
            .AddScoped<OwnPasskeys>()
            .AddScoped<SignInWithPasskey>()
            .AddScoped<CheckPassword>()
            .AddScoped<SetPassword>()
            .AddScoped<AddressLetter>()
            .AddScoped<ChangeAddress>()
            .AddScoped<MakeToken>();

    // A passkey is made for one domain and works on no other.
    private static void Describe(IdentityPasskeyOptions options, IConfiguration configuration)
    {
        var address = configuration[Install.SiteAddress.Setting];
        options.ServerDomain =
            configuration["Kosmopolit:PasskeyDomain"] is { Length: > 0 } domain ? domain
            : Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host
            : null;
        // The key itself knows its account, so nobody needs to write a name; and it asks for a finger, a face or a PIN.
        options.ResidentKeyRequirement = "required";
        options.UserVerificationRequirement = "required";
    }

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = SessionCookie;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromDays(30);
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "next";
        options.ForwardDefaultSelector = TokenSignIn.Instead;
        options.Events.OnRedirectToLogin = Challenge;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    // A program is told, not led to a page.
    private static Task Challenge(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }
        else
        {
            var choice = context.HttpContext.Features.Get<LanguageChoice>();
            context.Response.Redirect(
                choice is { FromAddress: true } ? Links.With(context.RedirectUri, choice.Language) : context.RedirectUri
            );
        }
        return Task.CompletedTask;
    }

    private static void Question(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = QuestionCookie;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
    }

    /// <summary>Identity's own store, with our passkeys, which know the day of their last use.</summary>
    private sealed class Accounts(KosmopolitDb db, IdentityErrorDescriber errors)
        : UserOnlyStore<Account, KosmopolitDb, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>, Passkey>(
            db,
            errors
        );
}
