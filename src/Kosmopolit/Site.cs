using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kosmopolit.Features;
using Kosmopolit.Features.Members;
using Kosmopolit.Features.Members.StartUp.Powers;
using Kosmopolit.Features.Members.Visits;
using Kosmopolit.Features.Setup;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Auth.StepUp;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Doorstep;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Jobs;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Platform.Memory;
using Kosmopolit.Platform.Ui;
using Kosmopolit.Platform.Ui.Caching;
using Kosmopolit.Platform.Ui.Problems;
using Microsoft.Extensions.WebEncoders;

namespace Kosmopolit;

/// <summary>Puts the rooms together and lays the path that a request takes through them.</summary>
public static class Site
{
    /// <param name="arrange">Last word on services and configuration, for tests and benchmarks.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? arrange = null)
    {
        // The command may be started from anywhere: settings and assets lie beside the assembly.
        // Settings are read once: watching their files would cost every start and every idle minute.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.WebHost.ConfigureKestrel(Door.Limit);
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        arrange?.Invoke(builder);
        // A filter that lets every host through still looks at each request.
        if (builder.Configuration["AllowedHosts"] is null or "" or "*")
            builder.Services.Remove(builder.Services.Single(s => s.ImplementationType?.Name == "HostFilteringStartupFilter"));
        builder.Services.AddData(builder.Configuration);
        builder.Services.AddEvents();
        builder.Services.AddMail(builder.Configuration, builder.Environment);
        builder.Services.AddLanguages();
        builder.Services.AddAuth(builder.Configuration);
        builder.Services.AddUi();
        builder.Services.AddApi();
        builder.Services.AddHostedService<MemoryKeeper>();
        builder.Services.AddFeatures(builder.Environment);
        var app = builder.Build();
        app.LayPath();
        app.MapUi();
        app.MapAuth();
        app.MapFeatures();
        return app;
    }

    private static void LayPath(this WebApplication app)
    {
        app.Use(ProblemBoundary.Middleware);
        app.Use(SecurityHeaders.Middleware);
        app.Use(app.Services.GetRequiredService<KeptPages>().Keep);
        app.UseVisitorPages();
        app.Use(Readiness.Middleware);
        app.UseRouting();
        app.UseAuthentication();
        app.Use(LanguageChoice.Middleware);
        app.UseStatusCodePages(ProblemBoundary.ShowStatus);
        // Before anything may answer without listening to the end: the browser would tell of a lost connection.
        app.Use(TooMuch.Middleware);
        app.UseRateLimiter();
        app.UseAuthorization();
        app.Use(SetupGate.Middleware);
        app.Use(WhoAmI.Middleware);
        app.Use(PowerLog.Middleware);
        app.Use(VisitKeeper.Middleware);
        app.UseCompanyPages();
        app.UseAntiforgery();
        app.Use(ApiGate.Middleware);
        app.Use(StaleForm.Middleware);
        app.Use(ProofGate.Middleware);
    }
}
