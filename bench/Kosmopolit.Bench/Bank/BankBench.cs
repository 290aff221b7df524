using System.CommandLine;
using Kosmopolit.Bench.Running;
using Kosmopolit.Bench.Writes;
using Kosmopolit.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Bench.Bank;

/// <summary><c>bank</c>: how fast a file of texts comes into the knowledge bank beside bare inserts of the same words.</summary>
internal static class BankBench
{
    public static Command Command()
    {
        var texts = new Option<int>("--texts") { Description = "How many texts are made up", DefaultValueFactory = _ => 2000 };
        var corpus = new Option<FileInfo?>("--corpus") { Description = "A file of real texts instead, as import articles reads it" };
        var command = new Command("bank", $"Import of texts on SQLite and, when {WritesBench.PostgresVariable} is set, on PostgreSQL")
        {
            texts,
            corpus,
        };
        command.SetAction(
            async (r, ct) =>
            {
                string[] lines = r.GetValue(corpus) is { } file
                    ? [.. (await File.ReadAllLinesAsync(file.FullName, ct)).Where(l => l.Length > 0)]
                    : [.. MadeTexts.Lines(r.GetValue(texts))];
                await Run(lines, ct);
            }
        );
        return command;
    }

    private static async Task Run(IReadOnlyList<string> lines, CancellationToken ct)
    {
        var report = new Report();
        await On([], new ImportRace(lines, "SQLite"), report, ct);
        if (Environment.GetEnvironmentVariable(WritesBench.PostgresVariable) is { Length: > 0 } server)
        {
            await using var database = await OwnPostgres.Create(server, ct);
            await On([$"--ConnectionStrings:Postgres={database.ConnectionString}"], new ImportRace(lines, "PostgreSQL"), report, ct);
        }
        report.Table();
    }

    private static async Task On(string[] settings, ImportRace race, Report report, CancellationToken ct)
    {
        using var folder = Workplace.Temporary();
        await using var app = new DemoHome(folder.Path).Services(settings);
        app.Services.GetRequiredService<DataFolder>().Prepare();
        await PrepareDatabase.Run(app.Services, ct);
        await race.Run(app.Services, report, ct);
    }
}
