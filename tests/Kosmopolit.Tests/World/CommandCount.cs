using System.Data.Common;
using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.World;

/// <summary>Counts the commands that requests send to a house's database; what workers do meanwhile does not count.</summary>
public sealed class CommandCount : DbCommandInterceptor
{
    private static readonly HttpContextAccessor Here = new();

    private int _count;

    /// <summary>For <see cref="Plan.Services"/>.</summary>
    public void Watch(IServiceCollection services)
    {
        services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(this));
        services.ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(this));
    }

    public async Task<int> Of(Func<Task> work)
    {
        Interlocked.Exchange(ref _count, 0);
        await work();
        return Volatile.Read(ref _count);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Add();
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        Add();
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Add();
        return ValueTask.FromResult(result);
    }

    private void Add()
    {
        if (Here.HttpContext is not null)
            Interlocked.Increment(ref _count);
    }
}
