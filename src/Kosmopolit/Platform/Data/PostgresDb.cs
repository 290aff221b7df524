using Kosmopolit.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Data;

/// <summary>For installations where one machine is not enough.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options, TimeProvider clock) : KosmopolitDb(options, clock)
{
    public override async Task<T> InOneTransaction<T>(Func<Task<T>> writes, CancellationToken ct)
    {
        if (Database.CurrentTransaction is not null)
            return await writes();
        await using var transaction = await Database.BeginTransactionAsync(ct);
        var result = await writes();
        await transaction.CommitAsync(ct);
        return result;
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // Sequences do not commit in order: a reader needs the writing transaction to know what is final.
        builder.Entity<LoggedEvent>().Property(e => e.Transaction).HasDefaultValueSql("pg_current_xact_id()::text::bigint");
    }
}
