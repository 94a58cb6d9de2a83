using System.Collections.Concurrent;

namespace MonEspaceSante.Engine_Tests;

/// <summary>What tests and grains tell each other by name, both engines being in the process of the tests.</summary>
internal static class Signals
{
    private static readonly ConcurrentDictionary<string, TaskCompletionSource> Gates = new();
    private static readonly ConcurrentDictionary<string, int> Counts = new();
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void Give(string name) => Gate(name).TrySetResult();

    public static bool IsGiven(string name) => Gate(name).Task.IsCompleted;

    public static Task Until(string name) => Gate(name).Task.WaitAsync(Patience);

    public static int Count(string name)
    {
        var count = Counts.AddOrUpdate(name, 1, (_, known) => known + 1);
        Give($"{name} {count}");
        return count;
    }

    public static int Counted(string name) => Counts.GetValueOrDefault(name);

    /// <summary>Ends once <see cref="Count"/> has been called so many times.</summary>
    public static Task UntilCounted(string name, int count) => Until($"{name} {count}");

    private static TaskCompletionSource Gate(string name) =>
        Gates.GetOrAdd(name, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
