using System.CommandLine;
using Kosmopolit.Bench.Running;
using Kosmopolit.Commands;
using Kosmopolit.Features.Demo;
using Kosmopolit.Features.Members;
using Kosmopolit.Features.Search.Index;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Bench.Search;

/// <summary><c>search</c>: what understanding, counting and hiding add to the bare Lucene query, over the demo world.</summary>
internal static class SearchBench
{
    public static Command Command()
    {
        var times = new Option<int>("--times") { Description = "How often each question is asked", DefaultValueFactory = _ => 400 };
        var texts = new Option<int[]>("--texts")
        {
            Description =
                "Instead of the demo world: so many invented texts, also beside SQLite FTS5 and, when KOSMOPOLIT_BENCH_POSTGRES is set, PostgreSQL",
            AllowMultipleArgumentsPerToken = true,
        };
        var asked = new Option<int>("--questions")
        {
            Description = "How many are asked of many texts; other engines take seconds for one",
            DefaultValueFactory = _ => 400,
        };
        var command = new Command("search", "The product's search against the bare Lucene query") { times, texts, asked };
        command.SetAction(
            (r, ct) => r.GetValue(texts) is { Length: > 0 } curve ? Grow(curve, r.GetValue(asked), ct) : Run(r.GetValue(times), ct)
        );
        return command;
    }

    /// <summary>The same race at each size, one after the other.</summary>
    private static async Task Grow(int[] curve, int asked, CancellationToken ct)
    {
        var report = new Report();
        foreach (var count in curve)
            await new CrowdRace(count, asked, report).Run(ct);
        report.Table();
    }

    private static async Task Run(int times, CancellationToken ct)
    {
        using var folder = Workplace.Temporary();
        var home = new DemoHome(folder.Path);
        await using var app = home.Services("--Kosmopolit:Demo=true");
        app.Services.GetRequiredService<DataFolder>().Prepare();
        await Serve.Prepare(app, ct);
        await app.Services.GetRequiredService<IndexUpkeep>().Open(ct);
        var report = new Report();
        var race = new SearchRace(app.Services, times);
        await race.Run("visitor", Me.Visitor, report);
        await race.Run("member", await Reader(app, Personas.MemberInUmea, ct), report);
        report.Table();
    }

    private static async Task<Me> Reader(WebApplication app, Persona persona, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KosmopolitDb>();
        var name = Account.Normalise(persona.Email);
        var account = await db.Users.SingleAsync(a => a.NormalizedEmail == name, ct);
        return await WhoAmI.Load(db, account.Id, DateTimeOffset.UtcNow);
    }
}
