using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Kosmopolit.Platform.Data;

/// <summary>
/// Settings that SQLite keeps per connection. <c>synchronous=FULL</c> costs a third of the write speed and is right for
/// people's data: what was acknowledged survives a power cut.
/// </summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;";

    // A pooled connection comes back with its settings: asking again would double the cost of a small query.
    private readonly ConditionalWeakTable<sqlite3, object> _set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        // One without a handle was not opened after all: what is asked on it has a connection of its own.
        if (connection is not SqliteConnection { Handle: { } handle } || !_set.TryAdd(handle, this))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        // SQLite has no asynchronous input and output; a task would only add cost.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
