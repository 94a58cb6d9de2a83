using System.Text.Json;

namespace MonEspaceSante.Torture.Log;

/// <summary>What clients were answered, one JSON line for each exchange: the only witness of the platform besides its store.</summary>
internal sealed class AcknowledgementLog : IDisposable
{
    private readonly List<Exchange> _exchanges = [];
    private readonly StreamWriter _file;

    public AcknowledgementLog(string path)
    {
        if (File.Exists(path))
        {
            _exchanges.AddRange(File.ReadLines(path).Select(line => JsonSerializer.Deserialize<Exchange>(line)!));
        }

        _file = new(path, append: true) { AutoFlush = true };
    }

    public void Add(Exchange exchange)
    {
        lock (_exchanges)
        {
            _exchanges.Add(exchange);
            _file.WriteLine(JsonSerializer.Serialize(exchange));
        }
    }

    public IReadOnlyList<Exchange> All()
    {
        lock (_exchanges)
        {
            return [.. _exchanges];
        }
    }

    public void Dispose() => _file.Dispose();
}
