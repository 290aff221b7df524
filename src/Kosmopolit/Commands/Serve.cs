using System.CommandLine;
using System.Net.Sockets;
using Kosmopolit.Features.Demo;
using Kosmopolit.Features.Setup;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Ui;

namespace Kosmopolit.Commands;

/// <summary><c>kosmopolit serve</c>: listens first, prepares the database beside it, stops with one line when it cannot.</summary>
public static class Serve
{
    public static Command Command()
    {
        var urls = new Option<string?>("--urls")
        {
            Description = "Addresses to listen on, separated by semicolons (default: http://localhost:5080)",
            HelpName = "URLS",
        };
        var command = new Command("serve", "Run the site; this is what happens without a command") { urls };
        command.SetAction(
            (typed, _) =>
                Run([.. CommandLine.SettingsOf(typed), .. typed.GetValue(urls) is { } u ? [$"--urls={u}"] : Array.Empty<string>()])
        );
        return command;
    }

    public static async Task<int> Run(string[] args)
    {
        await using var app = Site.Build(args);
        app.Services.GetRequiredService<DataFolder>().Prepare();
        app.Services.GetRequiredService<Atlas>().Verify();
        await Listen(app);
        await Prepare(app, CancellationToken.None);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task Listen(WebApplication app)
    {
        try
        {
            if (
                app.Configuration["urls"] is null
                && app.Configuration["ASPNETCORE_URLS"] is null
                && app.Configuration["http_ports"] is null
            )
                app.Urls.Add("http://localhost:5080");
            await app.StartAsync();
        }
        catch (IOException e) when (e.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new StartRefusedException($"{e.Message} End the other program, or choose another address with --urls.");
        }
    }

    /// <summary>Brings database and demo world up, then lets the waiting pages go on.</summary>
    public static async Task Prepare(WebApplication app, CancellationToken ct)
    {
        await PrepareDatabase.Run(app.Services, ct);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KosmopolitDb>();
        var state = app.Services.GetRequiredService<InstallationState>();
        if (!await state.Refresh(db, ct) && app.Configuration.GetValue("Kosmopolit:Demo", app.Environment.IsDevelopment()))
            await OpenDemo(db, state, ct);
        app.Services.GetRequiredService<Readiness>().Report();
        SetupGate.Announce(app);
    }

    // An empty database in Development becomes the demonstration; anywhere else it opens the set-up page.
    private static async Task OpenDemo(KosmopolitDb db, InstallationState state, CancellationToken ct)
    {
        await DemoWorld.Load(db, ct);
        await state.Refresh(db, ct);
    }
}
