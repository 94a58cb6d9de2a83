using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Grains.Tests.World;

/// <summary>Blobs in memory that count what is asked of one journal, and fail when told to.</summary>
internal sealed class MeteredBlobs() : DelegatingBlobStore(new SimulatedBlobStore())
{
    public int Appends { get; private set; }

    public int Others { get; private set; }

    public long AppendedBytes { get; private set; }

    /// <summary>The journal that is counted: others, such as that of whom a space tells, work beside it.</summary>
    public string Watched { get; set; } = "";

    /// <summary>How the next appends end.</summary>
    public Failure Next { get; set; }

    /// <summary>The journal whose appends fail, while there is one.</summary>
    public string? Fails { get; set; }

    public void Reset() => (Appends, Others, AppendedBytes) = (0, 0, 0);

    public override async Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        Appends += Counted(name);
        AppendedBytes += Counted(name) * block.Length;
        if (Next is Failure.BeforeEffect || (Fails is { } failing && name.Path.Contains(failing, StringComparison.Ordinal)))
        {
            throw new StorageUnavailableException("The store is out of reach.");
        }

        await base.AppendAsync(name, position, block, cancellationToken);
        if (Next is Failure.AnswerLost)
        {
            throw new StorageUnavailableException("The answer was lost.");
        }
    }

    public override Task<BlobContent> ReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken)
    {
        Others += Counted(name);
        return base.ReadAsync(name, offset, length, cancellationToken);
    }

    public override Task<BlobTag> CommitAsync(BlobName name, int count, BlobTag? expected, CancellationToken cancellationToken)
    {
        Others += Counted(name);
        return base.CommitAsync(name, count, expected, cancellationToken);
    }

    private int Counted(BlobName name) => name.Path.Contains(Watched, StringComparison.Ordinal) ? 1 : 0;
}

/// <summary>How an append ends.</summary>
internal enum Failure
{
    None,
    BeforeEffect,
    AnswerLost,
}
