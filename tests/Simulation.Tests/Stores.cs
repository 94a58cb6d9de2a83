using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Simulation.Tests;

/// <summary>The store's own side: shows the auditor each block that lands in a journal.</summary>
internal sealed class AuditedStore(IBlobStore inner, Auditor auditor) : DelegatingBlobStore(inner)
{
    public override async Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        await Inner.AppendAsync(name, position, block, cancellationToken);
        auditor.Landed(block);
    }
}

/// <summary>An activation's side: a dead one never appends (I10).</summary>
internal sealed class GuardedStore(IBlobStore inner, Auditor auditor) : DelegatingBlobStore(inner)
{
    public bool OwnerDead { get; set; }

    public override Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        if (OwnerDead)
        {
            auditor.Violated("I10: a dead activation appends");
        }

        return Inner.AppendAsync(name, position, block, cancellationToken);
    }
}

/// <summary>Mutant: forgets where a block must land, and appends it at the end.</summary>
internal sealed class AppendsAnywhere(IBlobStore inner) : DelegatingBlobStore(inner)
{
    public override async Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        var end = await Inner.PropertiesAsync(name, cancellationToken);
        await Inner.AppendAsync(name, end?.Length ?? 0, block, cancellationToken);
    }
}
