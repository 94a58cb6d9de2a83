namespace MonEspaceSante.Domain.Resources;

/// <summary>What a write makes happen, before it is an event of a space or of an agenda. A closed family.</summary>
internal abstract record ResourceChange
{
    private ResourceChange()
    {
    }

    /// <summary>A resource was made.</summary>
    public sealed record Recorded(KeptResource Resource) : ResourceChange;

    /// <summary>A resource has a new version.</summary>
    public sealed record Revised(KeptResource Resource) : ResourceChange;

    /// <summary>A resource was removed.</summary>
    public sealed record Removed(RemovedResource Resource) : ResourceChange;
}
