using Orleans;

namespace MonEspaceSante.Grains.Journals;

/// <summary>
/// Storage did not say whether a command stands, or is out of reach: nothing was answered, nothing is half done.
/// The caller repeats the command under the same identity.
/// </summary>
[GenerateSerializer]
[Alias("mes.storage-trouble-exception")]
public sealed class StorageTroubleException : Exception
{
    /// <summary>A trouble with its cause, in words only: causes do not cross processes.</summary>
    public StorageTroubleException(string message)
        : base(message)
    {
    }
}
