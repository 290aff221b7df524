using System.Data.Common;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.World.Databases;

/// <summary>Ends the work of one flow of control at its n-th command, as a killed process ends it: nothing more is sent.</summary>
internal sealed class Death : DbCommandInterceptor
{
    private static readonly AsyncLocal<int[]?> Left = new();

    public void Watch(IServiceCollection services)
    {
        services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(this, new AtCommit()));
        services.ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(this, new AtCommit()));
    }

    /// <returns>Whether the work came to its end.</returns>
    public static async Task<bool> At(int command, Func<Task> work)
    {
        Left.Value = [command];
        try
        {
            await work();
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        finally
        {
            Left.Value = null;
        }
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Step();
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Step();
        return ValueTask.FromResult(result);
    }

    private static void Step()
    {
        if (Left.Value is { } left && --left[0] == 0)
            throw new OperationCanceledException("The process was killed.");
    }

    private sealed class AtCommit : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction,
            TransactionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        )
        {
            Step();
            return ValueTask.FromResult(result);
        }
    }
}
