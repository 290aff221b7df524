using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Kosmopolit.Tests.World;

/// <summary>Errors that the product wrote to its log, for a failing test to show.</summary>
public sealed class Complaints : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _all = new();

    public IReadOnlyCollection<string> All => _all;

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (IsEnabled(logLevel))
            _all.Enqueue($"{formatter(state, exception)}\n{exception?.GetType().Name}: {exception?.Message}\n{Where(exception)}");
    }

    public void Dispose() { }

    private static string Where(Exception? exception) => string.Join('\n', (exception?.ToString() ?? "").Split('\n').Take(12));
}
