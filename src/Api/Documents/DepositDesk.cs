using System.Runtime.InteropServices;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Quotas;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Api.Documents;

/// <summary>Takes documents in: content to the vault first, then the space decides. A crash in between leaves unmentioned blobs at worst.</summary>
internal sealed class DepositDesk(IGrainFactory grains, IVault vault, QuotaDesk quotas)
{
    public async Task<Outcome<DocumentSheet>> DepositAsync(
        Caller caller, EnrolledPerson person, Envelope envelope, ReadDocument document, bool secret, CancellationToken cancellationToken)
    {
        var allowed = await quotas.FeedAsync(caller, person.Space);
        if (!allowed.Accepted)
        {
            return allowed.Refusal;
        }

        var stored = await StoreAsync(person.Space, envelope.CommandId, document.Content, cancellationToken);
        var content = Mentioned(stored);

        // From here the client may go away: the space is asked once, whatever happens to the connection.
        var receipt = await grains.GetGrain<ISpaceGrain>(person.Space.Value).Deposit(
            envelope, new DepositDocument(person.Sheet, document.Draft, content, document.ReplacedLogicalId, Secret: secret));
        if (receipt.Value?.Blob != stored.Blob)
        {
            // Refused, or a repetition whose content was stored the first time: nothing mentions this one.
            await vault.DeleteAsync(stored, CancellationToken.None);
        }

        if (!receipt.Accepted)
        {
            return receipt.Refusal;
        }

        var draft = document.Draft with { Labels = receipt.Value.Labels, Class = receipt.Value.Class };
        return new DocumentSheet(
            receipt.Value.Id, receipt.Value.LogicalId, receipt.Value.Version, draft, content, DocumentStatus.Current, false,
            Depositor.Of(caller), receipt.Value.DepositedAt, receipt.Value.DepositedAt);
    }

    /// <summary>Takes in the documents of <paramref name="submission"/>, all or none.</summary>
    public async Task<Outcome<SubmissionReceipt>> SubmitAsync(
        Caller caller, EnrolledPerson person, Envelope envelope, ReadSubmission submission, bool secret, CancellationToken cancellationToken)
    {
        var allowed = await quotas.FeedAsync(caller, person.Space);
        if (!allowed.Accepted)
        {
            return allowed.Refusal;
        }

        var stored = new List<VaultedContent>();
        foreach (var (index, document) in submission.Documents.Index())
        {
            stored.Add(await StoreAsync(person.Space, SubmitDocuments.PartOf(envelope.CommandId, index), document.Document.Content, cancellationToken));
        }

        var documents = submission.Documents.Zip(stored, (document, content) => new SubmittedDocument(
            document.Document.Draft, Mentioned(content), document.Document.ReplacedLogicalId, document.Place));
        var receipt = await grains.GetGrain<ISpaceGrain>(person.Space.Value).Submit(
            envelope,
            new SubmitDocuments(person.Sheet, submission.Set, documents.ToValueList(), submission.Superseded.ToValueList(), submission.Place, secret));
        if (!receipt.Accepted)
        {
            foreach (var content in stored)
            {
                await vault.DeleteAsync(content, CancellationToken.None);
            }
        }

        return receipt;
    }

    // The blob is named by the identity that the rule gives the document of this command.
    private async Task<VaultedContent> StoreAsync(SpaceId space, Guid commandId, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var bytes = AsStream(content);
        return await vault.WriteAsync(JournalId.Parse(space.Value), Ids.Of(commandId, "document"), bytes, content.Length, cancellationToken);
    }

    private static DocumentContent Mentioned(VaultedContent stored) => new(stored.Blob, stored.Key, stored.Length, stored.Sha256, stored.Sha1);

    private static MemoryStream AsStream(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var array)
            ? new(array.Array!, array.Offset, array.Count, writable: false)
            : new(content.ToArray(), writable: false);
}
