using System.CommandLine;
using Kosmopolit.Bench.Running;
using Kosmopolit.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Bench.Writes;

/// <summary><c>writes</c>: eight writers at once, each saving a row and its event as every verb of the product does.</summary>
internal static class WritesBench
{
    internal const string PostgresVariable = "KOSMOPOLIT_BENCH_POSTGRES";

    public static Command Command()
    {
        var writers = new Option<int>("--writers") { Description = "How many write at once", DefaultValueFactory = _ => 8 };
        var seconds = new Option<double>("--seconds") { Description = "Seconds of writing", DefaultValueFactory = _ => 8 };
        var command = new Command(
            "writes",
            $"Throughput and waiting of writers, on SQLite and, when {PostgresVariable} is set, on PostgreSQL"
        )
        {
            writers,
            seconds,
        };
        command.SetAction((r, ct) => Run(r.GetValue(writers), TimeSpan.FromSeconds(r.GetValue(seconds)), ct));
        return command;
    }

    private static async Task Run(int writers, TimeSpan window, CancellationToken ct)
    {
        var report = new Report();
        await On("SQLite", [], new WriteRun(writers, window), report, ct);
        if (Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } server)
        {
            await using var database = await OwnPostgres.Create(server, ct);
            await On(
                "PostgreSQL",
                [$"--ConnectionStrings:Postgres={database.ConnectionString}"],
                new WriteRun(writers, window),
                report,
                ct
            );
        }
        report.Table();
    }

    private static async Task On(string name, string[] settings, WriteRun run, Report report, CancellationToken ct)
    {
        using var folder = Workplace.Temporary();
        await using var app = new DemoHome(folder.Path).Services(settings);
        app.Services.GetRequiredService<DataFolder>().Prepare();
        await PrepareDatabase.Run(app.Services, ct);
        await run.Against(app.Services, name, report, ct);
    }
}
