using Kosmopolit.Platform.Data;
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
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(2));
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

    private static void Session(Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions options)
    {
        options.Cookie.Name = SessionCookie;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromDays(30);
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "next";
        options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}
