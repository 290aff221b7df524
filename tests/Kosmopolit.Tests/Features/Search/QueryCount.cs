using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>Counts the statements that a piece of work sends to the database.</summary>
public static class QueryCount
{
    private static readonly AsyncLocal<Counter?> Current = new();

    public static readonly DbCommandInterceptor Interceptor = new Counting();

    public static async Task<int> Of(Func<Task> work)
    {
        var counter = new Counter();
        Current.Value = counter;
        await work();
        Current.Value = null;
        return counter.Count;
    }

    private sealed class Counter
    {
        public int Count { get; set; }
    }

    private sealed class Counting : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            if (Current.Value is { } counter)
                counter.Count++;
            return ValueTask.FromResult(result);
        }
    }
}
