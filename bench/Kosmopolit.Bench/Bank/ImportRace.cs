using System.Data.Common;
using System.Diagnostics;
using Kosmopolit.Bench.Running;
using Kosmopolit.Features.Knowledge.Importing;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Bench.Bank;

/// <summary>
/// The import of a file of texts beside the least that could keep the same words: one bare insert a text, with the same
/// provider, durability and a hundred in a transaction.
/// </summary>
internal sealed class ImportRace(IReadOnlyList<string> lines, string name)
{
    private const int Batch = 100;

    public async Task Run(IServiceProvider services, Report report, CancellationToken ct)
    {
        var bare = await Timed(() => Insert(services, ct));
        var import = await Timed(() => Import(services, ct));
        report.Add(
            new(
                $"import of texts / bare inserts, {name}",
                bare.TotalSeconds / import.TotalSeconds,
                "×",
                null,
                new Dictionary<string, double>
                {
                    ["texts"] = lines.Count,
                    ["importedPerSecond"] = lines.Count / import.TotalSeconds,
                    ["insertedPerSecond"] = lines.Count / bare.TotalSeconds,
                    ["megabytes"] = lines.Sum(l => (double)l.Length) / 1e6,
                }
            )
        );
    }

    private async Task Import(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var done = await scope
            .ServiceProvider.GetRequiredService<ImportArticles>()
            .Run("bench.jsonl", lines.ToAsyncEnumerable(), false, null, ct);
        if (done.Added != lines.Count)
            throw new InvalidOperationException($"{done.Added} of {lines.Count} texts came: {string.Join("; ", done.Problems.Take(3))}");
    }

    private async Task Insert(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KosmopolitDb>();
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE \"BareTexts\" (\"Id\" TEXT PRIMARY KEY, \"Text\" TEXT NOT NULL)", ct);
        await db.Database.OpenConnectionAsync(ct);
        var connection = db.Database.GetDbConnection();
        foreach (var batch in lines.Chunk(Batch))
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            foreach (var line in batch)
                await Insert(connection, transaction, line, ct);
            await transaction.CommitAsync(ct);
        }
        await db.Database.CloseConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("DROP TABLE \"BareTexts\"", ct);
    }

    private static async Task Insert(DbConnection connection, DbTransaction transaction, string line, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, "INSERT INTO \"BareTexts\" VALUES (@id, @text)");
        foreach (var (key, value) in new[] { ("@id", Guid.CreateVersion7().ToString()), ("@text", line) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (key, value);
            command.Parameters.Add(parameter);
        }
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<TimeSpan> Timed(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start);
    }
}
