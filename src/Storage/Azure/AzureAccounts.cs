using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Azure;

/// <summary>Which account holds what (storage design, section 10): each role has rights, protections and limits of its own.</summary>
/// <param name="Journals">Journals and the signed heads of each night: append only, retention with protected appends.</param>
/// <param name="Heads">Snapshots.</param>
/// <param name="Documents">Document content: soft delete.</param>
/// <param name="Keys">Wrapped keys: no versioning, no soft delete.</param>
/// <param name="Queues">Queues.</param>
public sealed record AzureAccounts(AzureAccount Journals, AzureAccount Heads, AzureAccount Documents, AzureAccount Keys, AzureAccount Queues)
{
    /// <summary>One account for everything, as on a developer's machine.</summary>
    public static AzureAccounts One(AzureAccount account) => new(account, account, account, account, account);

    /// <summary>The account of <paramref name="container"/>.</summary>
    internal AzureAccount Of(BlobContainer container) => container switch
    {
        BlobContainer.Journals or BlobContainer.Proofs => Journals,
        BlobContainer.Heads or BlobContainer.Due => Heads,
        BlobContainer.Documents => Documents,
        BlobContainer.Keys => Keys,
        _ => throw new ArgumentOutOfRangeException(nameof(container), container, "No such container."),
    };
}
