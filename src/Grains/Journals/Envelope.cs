namespace MonEspaceSante.Grains.Journals;

/// <summary>What a command travels with.</summary>
/// <param name="CommandId">Its identity: the same for a repetition.</param>
/// <param name="Digest">
/// A digest of what the caller sent, where the caller may repeat it: the first result is kept and given again, and another content under
/// the same identity is refused. <see langword="null"/> where a repetition is another command.
/// </param>
public sealed record Envelope(Guid CommandId, string? Digest = null)
{
    /// <summary>A command that nobody repeats.</summary>
    public static Envelope Once() => new(Guid.NewGuid());
}
