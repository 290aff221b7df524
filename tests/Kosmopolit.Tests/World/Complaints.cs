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

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            _all.Enqueue($"{formatter(state, exception)}\n{exception?.GetType().Name}: {exception?.Message}\n{Ours(exception)}");
    }

    public void Dispose() { }

    // The framework's frames would bury the product's.
    private static string Ours(Exception? exception) =>
        string.Join('\n', (exception?.ToString() ?? "").Split('\n').Take(40));
}
