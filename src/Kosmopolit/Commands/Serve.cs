using System.CommandLine;
using System.Net.Sockets;
using Kosmopolit.Features.Demo;
using Kosmopolit.Features.Setup;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Doorstep;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Ui.Caching;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;

namespace Kosmopolit.Commands;

/// <summary>
/// <c>kosmopolit serve</c>: listens first, builds the house and prepares the database behind the door, stops with one line
/// when it cannot.
/// </summary>
public static class Serve
{
    public static Command Command()
    {
        var urls = new Option<string?>("--urls")
        {
            Description = $"Addresses to listen on, separated by semicolons (default: {ListeningAddresses.Usual})",
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
        try
        {
            using var door = await OpenDoor(EarlySettings.Of(args));
            await using var app = Site.Build(
                args,
                builder =>
                {
                    if (door is not null)
                        builder.Services.AddSingleton<IServer>(door);
                }
            );
            app.Services.GetRequiredService<Atlas>().Verify();
            await app.StartAsync();
            await Prepare(app, CancellationToken.None);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (IOException e) when (e.InnerException is SocketException or AddressInUseException)
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
        await app.Services.GetRequiredService<CacheKeeper>().Begin(db, ct);
        app.Services.GetRequiredService<Readiness>().Report();
        SetupGate.Announce(app);
    }

    private static async Task<Door?> OpenDoor(IConfiguration settings)
    {
        var folder = DataFolder.Of(settings);
        folder.Prepare();
        if (ListeningAddresses.Of(settings) is not { } addresses)
            return null;
        var pages = DataRoom.UsesPostgres(settings) ? [] : new PagesFile(folder).Read(TimeProvider.System.GetUtcNow());
        return await Door.Open(addresses, pages, settings[LanguageChoice.Setting]);
    }

    // An empty database in Development becomes the demonstration; anywhere else it opens the set-up page.
    private static async Task OpenDemo(KosmopolitDb db, InstallationState state, CancellationToken ct)
    {
        await DemoWorld.Load(db, ct);
        await state.Refresh(db, ct);
    }
}
