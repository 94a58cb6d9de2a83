namespace MonEspaceSante.Storage.Blobs;

/// <summary>The containers of the platform. They have different protections (storage design, sections 4.1 and 12), hence different places.</summary>
public enum BlobContainer
{
    /// <summary>Segments of journals: append blobs, never overwritten, never deleted.</summary>
    Journals,

    /// <summary>Snapshots and other things that can be rebuilt from journals.</summary>
    Heads,

    /// <summary>Encrypted document content.</summary>
    Documents,

    /// <summary>Wrapped keys: no versioning, no retention, since deleting a key erases what it protects.</summary>
    Keys,

    /// <summary>The signed heads of each night: written once, never overwritten, never deleted.</summary>
    Proofs,

    /// <summary>The due index: append blobs of what is to be called back when, removed once it was.</summary>
    Due,
}

/// <summary>A blob: its container and its name, slash-separated, of lower-case letters, digits, '-', '_' and '.'.</summary>
public readonly record struct BlobName(BlobContainer Container, string Path)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Container}/{Path}";
}

/// <summary>The version of a blob's content, as the store names it.</summary>
public readonly record struct BlobTag(string Value);

/// <summary>What is known of a blob without reading it.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Tag">The version of the content.</param>
/// <param name="Sealed">An append blob that takes no more blocks.</param>
public sealed record BlobProperties(long Length, BlobTag Tag, bool Sealed);

/// <summary>Bytes read from a blob with the tag and the whole length it had then.</summary>
public sealed record BlobContent(ReadOnlyMemory<byte> Bytes, BlobTag Tag, long BlobLength);

/// <summary>A line of a listing.</summary>
public sealed record BlobListing(string Path, long Length);
