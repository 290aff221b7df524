using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Kosmopolit.Platform.Auth;

public static class AuthRoom
{
    public static IServiceCollection AddAuth(this IServiceCollection services)
    {
        services
            .AddIdentityCore<Account>(o => o.User.RequireUniqueEmail = true)
            .AddSignInManager()
            .AddClaimsPrincipalFactory<SessionClaims>()
            .AddEntityFrameworkStores<KosmopolitDb>();
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, Session)
            // Unused, but the check of the security stamp signs out of it and fails where it is unknown.
            .AddCookie(IdentityConstants.TwoFactorRememberMeScheme);
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = StampHolds);
        // Deny by default: what visitors may open says so itself.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddScoped(sp => sp.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<Me>() ?? Me.Visitor);
        services.AddScoped<RequestSignInCode>();
        services.AddScoped<RedeemSignInCode>();
        services.AddSingleton<SignInTicket>();
        return services;
    }

    /// <summary>The session cookie's name; its absence marks a visitor, whose pages may be shared.</summary>
    public const string SessionCookie = "kosmopolit";

    // How long a session is believed before the account is asked whether it still holds.
    private static readonly TimeSpan StampHolds = TimeSpan.FromMinutes(2);

    private static void Session(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = SessionCookie;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromDays(30);
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "next";
        options.Events.OnValidatePrincipal = Validate;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    // The validator looks at the same age, but only after a dozen services were made for it, on every click.
    private static Task Validate(CookieValidatePrincipalContext context)
    {
        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return now - context.Properties.IssuedUtc < StampHolds
            ? Task.CompletedTask
            : SecurityStampValidator.ValidatePrincipalAsync(context);
    }
}
