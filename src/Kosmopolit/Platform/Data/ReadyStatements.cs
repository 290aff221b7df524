using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kosmopolit.Platform.Data;

/// <summary>
/// Keeps the statement of a question that is asked on every click ready to run. SQLite would read and plan it anew each time,
/// which costs more than answering it. The answers are as fresh as ever: only the plan is kept, on connections of its own that
/// may only read. A question inside a transaction goes the usual way, or it would not see what the transaction wrote.
/// </summary>
public sealed class ReadyStatements(DataFolder folder) : DbCommandInterceptor, IDbConnectionInterceptor, IDisposable
{
    /// <summary>The tag (<c>TagWith</c>) of a question whose statement is worth keeping.</summary>
    public const string Tag = "ready";

    private const string Mark = "-- " + Tag + "\n";

    // Enough for all who ask in the same moment; who comes on top of that makes a statement and throws it away.
    private static readonly int Most = 2 * Environment.ProcessorCount;

    private readonly ConcurrentDictionary<string, ConcurrentBag<SqliteCommand>> _ready = [];
    private readonly ConditionalWeakTable<DbDataReader, SqliteCommand> _lent = [];
    private volatile bool _disposed;

    /// <summary>
    /// Until it is disposed of, everything that is asked carries the tag: the context's own connection, which costs as much to open and
    /// close as the answer does, stays closed where it was closed.
    /// </summary>
    public static IDisposable Only(KosmopolitDb db) => new OnlyReady(db);

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        eventData.Context is KosmopolitDb { AsksOnlyReady: true } ? InterceptionResult.Suppress() : result;

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(ConnectionOpening(connection, eventData, result));

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        if (command.Transaction is not null || !command.CommandText.StartsWith(Mark, StringComparison.Ordinal))
            return result;
        var statement = _ready.TryGetValue(command.CommandText, out var kept) && kept.TryTake(out var taken) ? taken : Make(command);
        try
        {
            for (var i = 0; i < command.Parameters.Count; i++)
                statement.Parameters[i].Value = command.Parameters[i].Value;
            var reader = statement.ExecuteReader();
            _lent.Add(reader, statement);
            return InterceptionResult<DbDataReader>.SuppressWithResult(reader);
        }
        catch
        {
            Forget(statement);
            throw;
        }
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(ReaderExecuting(command, eventData, result));

    public override InterceptionResult DataReaderDisposing(
        DbCommand command,
        DataReaderDisposingEventData eventData,
        InterceptionResult result
    )
    {
        if (!_lent.TryGetValue(eventData.DataReader, out var statement))
            return result;
        _lent.Remove(eventData.DataReader);
        // Closed before it is given back, or two would read with it.
        eventData.DataReader.Close();
        var kept = _ready.GetOrAdd(statement.CommandText, _ => []);
        if (_disposed || kept.Count >= Most)
            Forget(statement);
        else
            kept.Add(statement);
        return result;
    }

    public void Dispose()
    {
        _disposed = true;
        foreach (var statement in _ready.Values.SelectMany(kept => kept))
            Forget(statement);
        _ready.Clear();
    }

    private SqliteCommand Make(DbCommand like)
    {
        var connection = new SqliteConnection($"Data Source={folder.Database};Default Timeout=10;Mode=ReadOnly;Pooling=False");
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = like.CommandText;
        foreach (DbParameter parameter in like.Parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = parameter.ParameterName });
        return command;
    }

    private static void Forget(SqliteCommand statement)
    {
        using (statement.Connection)
            statement.Dispose();
    }

    private sealed class OnlyReady : IDisposable
    {
        private readonly KosmopolitDb _db;

        public OnlyReady(KosmopolitDb db) => (_db, db.AsksOnlyReady) = (db, true);

        public void Dispose() => _db.AsksOnlyReady = false;
    }
}
