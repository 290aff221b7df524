using Kosmopolit.Features.Demo;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kosmopolit.Bench.Running;

/// <summary>A data folder in which the demo world has been opened and indexed by the published product itself.</summary>
internal sealed class DemoHome(string folder)
{
    public IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string> { ["Kosmopolit__Data"] = folder, ["Kosmopolit__Demo"] = "true" };

    public async Task Furnish(string product, int port)
    {
        await using var server = Server.Start(product, port, Settings);
        await server.Answers("/");
        var index = Path.Combine(folder, "index");
        // The commit is the last thing that making an index does.
        while (!Directory.Exists(index) || !Directory.EnumerateFiles(index, "segments_*", SearchOption.AllDirectories).Any())
            await Task.Delay(50);
    }

    /// <summary>The product's own services over this folder, without its server and its workers.</summary>
    public WebApplication Services(params string[] settings) =>
        Site.Build(["--applicationName=Kosmopolit", $"--Kosmopolit:Data={folder}", .. settings]);

    /// <summary>The cookie that signing in as a persona of the demo world would have set, as <c>name=value</c>.</summary>
    public async Task<string> SessionOf(Persona persona)
    {
        await using var app = Services();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KosmopolitDb>();
        var name = Account.Normalise(persona.Email);
        var account = await db.Users.SingleAsync(a => a.NormalizedEmail == name);
        var person = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
        var now = DateTimeOffset.UtcNow;
        var ticket = new AuthenticationTicket(
            person,
            new() { IssuedUtc = now, ExpiresUtc = now.AddDays(30) },
            IdentityConstants.ApplicationScheme
        );
        var cookies = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>();
        return $"{AuthRoom.SessionCookie}={cookies.Get(IdentityConstants.ApplicationScheme).TicketDataFormat.Protect(ticket)}";
    }
}
