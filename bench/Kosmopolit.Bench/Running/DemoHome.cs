using System.Security.Claims;
using System.Text.Json;
using Kosmopolit.Features.Demo;
using Kosmopolit.Features.Knowledge.Importing;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Auth.Sessions;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Tests.World;
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

    /// <summary>Lets the demonstration grow to twenty networks of 150 firms each, and the product take them into its index.</summary>
    public async Task Grow(string product, int port)
    {
        await using (var app = Services())
        await using (var scope = app.Services.CreateAsyncScope())
            await Growth.Grow(scope.ServiceProvider.GetRequiredService<KosmopolitDb>(), TimeProvider.System.GetUtcNow());
        await using var server = Server.Start(product, port, Settings);
        await server.Answers("/");
        // Every other person shows themselves to everyone.
        for (var known = 0; known < Growth.Networks * Growth.Firms / 3; await Task.Delay(500))
            known = await People(server);
        for (var (before, now) = (0, 1); before != now; await Task.Delay(2000))
            (before, now) = (now, await People(server));
        // What the growth set going is no part of showing a page: else every race would share the machine with it.
        await CaughtUp();
    }

    /// <summary>Waits until everyone who follows the log has come to its end, and what they wrote has, too.</summary>
    private async Task CaughtUp()
    {
        await using var app = Services();
        for (var behind = 1; behind > 0; await Task.Delay(1000))
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<KosmopolitDb>();
            var end = await db.End(CancellationToken.None);
            behind = await db.Set<EventCursor>().CountAsync(c => c.Position < end.Position);
        }
        // The index is stored a moment after it has followed.
        await Task.Delay(TimeSpan.FromSeconds(12));
    }

    /// <summary>Brings texts into the bank, as an operator does, and lets the product take them in.</summary>
    public async Task Bring(IEnumerable<string> texts, string product, int port)
    {
        await using (var app = Services())
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ImportArticles>().Run("bench.jsonl", texts.ToAsyncEnumerable(), dry: false);
        await using var server = Server.Start(product, port, Settings);
        await server.Answers("/");
        await CaughtUp();
    }

    /// <summary>How many people the product finds for a visitor; 0 before its index is open.</summary>
    public static async Task<int> People(Server server)
    {
        var answer = await RawAnswer.Get(server.Port, "/api/v1/people?count=1");
        return answer.Status == 200 ? JsonDocument.Parse(answer.Text()).RootElement.GetProperty("total").GetInt32() : 0;
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
        var now = TimeProvider.System.GetUtcNow();
        var session = new Session(account.Id, SignedInBy.Demonstration, "", now);
        db.Add(session);
        await db.SaveChangesAsync();
        ((ClaimsIdentity)person.Identity!).AddClaim(new Claim(SessionClaims.Session, session.Id.ToString()));
        var ticket = new AuthenticationTicket(
            person,
            new() { IssuedUtc = now, ExpiresUtc = now.AddDays(30) },
            IdentityConstants.ApplicationScheme
        );
        var cookies = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>();
        return $"{AuthRoom.SessionCookie}={cookies.Get(IdentityConstants.ApplicationScheme).TicketDataFormat.Protect(ticket)}";
    }
}
