using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Grains.Callers;

/// <summary>Who the code that runs now acts for. Set by the authentication component at the edge, and by the call guard inside a grain.</summary>
public static class CallerContext
{
    private static readonly AsyncLocal<Caller?> Ambient = new();

    /// <summary>The caller, if one is known.</summary>
    public static Caller? Current => Ambient.Value;

    /// <summary>The caller of the grain call that runs now.</summary>
    /// <exception cref="CallerStatementException">Nobody is known: a call has come past the guard, which is a mistake of ours.</exception>
    public static Caller Required => Ambient.Value ?? throw new CallerStatementException("A grain was called for nobody.");

    /// <summary>Acts for <paramref name="caller"/> until the answer is disposed of.</summary>
    public static Acting Become(Caller? caller)
    {
        var before = Ambient.Value;
        Ambient.Value = caller;
        return new(before);
    }

    /// <summary>Ends acting for somebody.</summary>
    public readonly struct Acting : IDisposable
    {
        private readonly Caller? _before;

        internal Acting(Caller? before) => _before = before;

        /// <summary>Goes back to who it was before.</summary>
        public void Dispose() => Ambient.Value = _before;
    }
}
