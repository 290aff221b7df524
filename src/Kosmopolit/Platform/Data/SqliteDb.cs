using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kosmopolit.Platform.Data;

/// <summary>One file, one writer at a time: the default home of an installation.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, TimeProvider clock, WriteGate gate) : KosmopolitDb(options, clock)
{
    private bool _holdsGate;

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (_holdsGate)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        using var turn = await gate.Enter(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override async Task<T> InOneTransaction<T>(Func<Task<T>> writes, CancellationToken ct)
    {
        if (_holdsGate)
            return await writes();
        using var turn = await gate.Enter(ct);
        _holdsGate = true;
        try
        {
            await using var transaction = await Database.BeginTransactionAsync(ct);
            var result = await writes();
            await transaction.CommitAsync(ct);
            return result;
        }
        finally
        {
            _holdsGate = false;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // SQLite cannot order text with offsets; microseconds since 1970 sort, compare and index.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
    }

    /// <summary>Open to the compiled model.</summary>
    internal sealed class InstantConverter()
        : ValueConverter<DateTimeOffset, long>(
            instant => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
            stored => new DateTimeOffset(stored * TimeSpan.TicksPerMicrosecond + DateTimeOffset.UnixEpoch.Ticks, TimeSpan.Zero)
        );
}
