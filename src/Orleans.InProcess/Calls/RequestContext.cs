namespace Orleans.Runtime;

/// <summary>Values that travel with calls, from the caller down. What a callee sets never comes back.</summary>
public static class RequestContext
{
    private const string ReentrancyKey = "#CCR";

    private static readonly AsyncLocal<Dictionary<string, object>?> Values = new();

    /// <summary>The call chain that may re-enter grains; empty when none may.</summary>
    public static Guid ReentrancyId
    {
        get => ReentrancyOf(Values.Value);
        set
        {
            if (value == Guid.Empty)
            {
                Remove(ReentrancyKey);
            }
            else
            {
                Set(ReentrancyKey, value);
            }
        }
    }

    /// <summary>The names that are set.</summary>
    public static IEnumerable<string> Keys => Values.Value?.Keys ?? Enumerable.Empty<string>();

    /// <summary>The names and values that are set.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Entries => Values.Value ?? Enumerable.Empty<KeyValuePair<string, object>>();

    /// <summary>The value of <paramref name="key"/>, or <see langword="null"/>.</summary>
    public static object? Get(string key) => Values.Value?.GetValueOrDefault(key);

    /// <summary>Gives <paramref name="key"/> a value for this flow of control and the calls it makes.</summary>
    public static void Set(string key, object value) =>
        // Copied on write: calls under way hold on to the dictionary that they left with.
        Values.Value = Values.Value is { } values ? new(values) { [key] = value } : new(1) { [key] = value };

    /// <summary>Takes <paramref name="key"/> away; answers whether it was there.</summary>
    public static bool Remove(string key)
    {
        if (Values.Value is not { } values || !values.ContainsKey(key))
        {
            return false;
        }

        var others = new Dictionary<string, object>(values);
        others.Remove(key);
        Values.Value = others.Count == 0 ? null : others;
        return true;
    }

    /// <summary>Takes everything away.</summary>
    public static void Clear() => Values.Value = null;

    /// <summary>Until disposed, calls that come back along the chains of calls started here may enter this grain while it waits.</summary>
    public static ReentrancySection AllowCallChainReentrancy() =>
        new(ReentrancyId, ReentrancyId == Guid.Empty ? Guid.NewGuid() : ReentrancyId);

    /// <summary>Until disposed, calls made here start no re-entrant chain.</summary>
    public static ReentrancySection SuppressCallChainReentrancy() => new(ReentrancyId, Guid.Empty);

    internal static Dictionary<string, object>? Export() => Values.Value;

    internal static void Import(Dictionary<string, object>? values)
    {
        if (values is not null)
        {
            Values.Value = values;
        }
    }

    internal static Guid ReentrancyOf(Dictionary<string, object>? values) =>
        values is not null && values.TryGetValue(ReentrancyKey, out var id) ? (Guid)id : Guid.Empty;

    /// <summary>A stretch of a grain's method with a rule of its own about re-entrance. It ends when disposed.</summary>
    public readonly struct ReentrancySection : IDisposable
    {
        private readonly Guid _before;
        private readonly Guid _within;

        /// <summary>Begins a section: <paramref name="newReentrancyId"/> may re-enter until the end restores <paramref name="originalReentrancyId"/>.</summary>
        public ReentrancySection(Guid originalReentrancyId, Guid newReentrancyId)
        {
            _before = originalReentrancyId;
            _within = newReentrancyId;
            ReentrancyId = _within;
            if (_within != Guid.Empty)
            {
                Activation.Current?.EnterReentrantSection(_within);
            }
        }

        /// <summary>Ends the section.</summary>
        public void Dispose()
        {
            if (_within != Guid.Empty)
            {
                Activation.Current?.LeaveReentrantSection(_within);
            }

            ReentrancyId = _before;
        }
    }
}
