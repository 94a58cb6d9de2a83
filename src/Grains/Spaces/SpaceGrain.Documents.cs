using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Grains.Spaces;

/// <content>Documents: how they come in, are read, and change.</content>
internal sealed partial class SpaceGrain
{
    public Task<Outcome<DepositReceipt>> Deposit(Envelope envelope, DepositDocument command) =>
        Commit(envelope, act => DepositDocument.Decide(_space, command, act, reference.Types, reference.Matrices.At(act.At)), GrainsJson.Default.DepositReceipt);

    public Task<Outcome<SubmissionReceipt>> Submit(Envelope envelope, SubmitDocuments command) =>
        Commit(envelope, act => SubmitDocuments.Decide(_space, command, act, reference.Types, reference.Matrices.At(act.At)), GrainsJson.Default.SubmissionReceipt);

    public Task<Outcome<DocumentList>> List(Envelope envelope, ListDocuments command) =>
        Commit(envelope, act => ListDocuments.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.DocumentList);

    public Task<Outcome<OpenedDocument>> Open(Envelope envelope, OpenDocument command) =>
        Commit(envelope, act => OpenDocument.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.OpenedDocument);

    public Task<Outcome<Page<Submission>>> ListSubmissions(Envelope envelope, ListSubmissions command) =>
        Commit(envelope, act => Domain.Documents.ListSubmissions.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.PageSubmission);

    public async Task<Outcome<DocumentHistory>> ReadDocumentHistory(Envelope envelope, ReadDocumentHistory command)
    {
        var traced = await Commit(
            envelope, act => Domain.Documents.ReadDocumentHistory.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.Done);
        var act = new Act(CallerContext.Required, Time.GetUtcNow(), envelope.CommandId);
        return traced.Accepted
            ? command.In(_space, await ReadEvents(entry => entry.KeyClass is KeyClass.Data), act, reference.Matrices.At(act.At))
            : traced.Refusal;
    }

    public Task<Outcome<DocumentSheet>> Hide(Envelope envelope, HideDocument command) =>
        Commit(envelope, act => HideDocument.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.DocumentSheet);

    public Task<Outcome<DocumentSheet>> Withhold(Envelope envelope, WithholdDocument command) =>
        Commit(envelope, act => WithholdDocument.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.DocumentSheet);

    public Task<Outcome<DocumentSheet>> Archive(Envelope envelope, ArchiveDocument command) =>
        Commit(envelope, act => ArchiveDocument.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.DocumentSheet);

    public Task<Outcome<DocumentSheet>> Delete(Envelope envelope, DeleteDocument command) =>
        Commit(envelope, act => DeleteDocument.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.DocumentSheet);

    public Task<Outcome<DocumentSheet>> Patch(Envelope envelope, PatchDocument command) =>
        Commit(envelope, act => PatchDocument.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.DocumentSheet);
}
