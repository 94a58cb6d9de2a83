namespace MonEspaceSante.Engine_Tests;

/// <summary>A running engine. How it starts, and how time passes on it, is a file per engine.</summary>
public sealed partial class Cluster
{
    public const string Streams = "streams";

    /// <summary>Lets time pass, in steps, until somebody gives the signal.</summary>
    internal async Task PassUntilAsync(string signal, TimeSpan step)
    {
        var given = Signals.Until(signal);
        while (!given.IsCompleted)
        {
            await PassAsync(step);
            await Task.WhenAny(given, Task.Delay(1));
        }

        await given;
    }
}
