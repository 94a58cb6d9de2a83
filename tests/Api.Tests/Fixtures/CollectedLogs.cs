using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MonEspaceSante.Api.Tests.Fixtures;

/// <summary>Keeps every line that anybody logs, exceptions and scopes included.</summary>
public sealed class CollectedLogs : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Collector(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Collector(CollectedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logs._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{logLevel} {category} {formatter(state, exception)} {exception}";
            logs._scopes.ForEachScope((scope, _) => line += $" => {scope}", 0);
            logs.Lines.Enqueue(line);
        }
    }
}
