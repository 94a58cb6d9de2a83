using System.Runtime.InteropServices;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Quotas;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Api.Documents;

/// <summary>Takes a document in: content to the vault first, then the space decides. A crash in between leaves an unmentioned blob at worst.</summary>
internal sealed class DepositDesk(IGrainFactory grains, IVault vault, QuotaDesk quotas)
{
    public async Task<Outcome<DocumentSheet>> DepositAsync(
        Caller caller, EnrolledPerson person, Envelope envelope, ReadDocument document, CancellationToken cancellationToken)
    {
        var allowed = await quotas.FeedAsync(caller, person.Space);
        if (!allowed.Accepted)
        {
            return allowed.Refusal;
        }

        using var bytes = AsStream(document.Content);
        var stored = await vault.WriteAsync(
            JournalId.Parse(person.Space.Value), Ids.Of(envelope.CommandId, "document"), bytes, document.Content.Length, cancellationToken);
        var content = new DocumentContent(stored.Blob, stored.Key, stored.Length, stored.Sha256, stored.Sha1);

        // From here the client may go away: the space is asked once, whatever happens to the connection.
        var receipt = await grains.GetGrain<ISpaceGrain>(person.Space.Value).Deposit(envelope, new DepositDocument(person.Sheet, document.Draft, content, document.ReplacedLogicalId));
        if (!receipt.Accepted)
        {
            await vault.DeleteAsync(stored, CancellationToken.None);
            return receipt.Refusal;
        }

        var draft = document.Draft with { Labels = receipt.Value.Labels, Class = receipt.Value.Class };
        return new DocumentSheet(
            receipt.Value.Id, receipt.Value.LogicalId, receipt.Value.Version, draft, content, DocumentStatus.Current, false,
            Depositor.Of(caller), receipt.Value.DepositedAt, receipt.Value.DepositedAt);
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var array)
            ? new(array.Array!, array.Offset, array.Count, writable: false)
            : new(content.ToArray(), writable: false);
}
