using Orleans;

namespace MonEspaceSante.Grains.Federation;

/// <summary>
/// An assertion of who acts, which serves once (security design, rule 13). The key is a digest of its issuer and identity. Not journaled: an
/// assertion lives five minutes, and one that is replayed after its silo was lost in between still needs the structure's own key.
/// </summary>
[Alias("mes.spent-assertion")]
public interface ISpentAssertionGrain : IGrainWithStringKey
{
    /// <summary>Whether it is used for the first time.</summary>
    [Alias("Spend")]
    Task<bool> Spend();
}
