using Orleans;

namespace MonEspaceSante.Grains.Erasure;

/// <summary>Something beside their space that is kept of one person, and erased with it. The key is the space. Called by the platform alone.</summary>
[Alias("mes.erasable")]
public interface IErasable : IGrainWithStringKey
{
    /// <summary>Destroys the keys of what is kept, and answers the identity of the journal, 32 digits. Repeated, it changes nothing.</summary>
    [Alias("EraseContent")]
    Task<string> EraseContent();

    /// <summary>Destroys every key, once the history of accesses has served its time.</summary>
    [Alias("EraseHistory")]
    Task EraseHistory();
}
