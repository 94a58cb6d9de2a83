using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Grains.Due;
using MonEspaceSante.Grains.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Spaces;

/// <summary>One person's health space. The key is the space's opaque identity; the caller comes from the caller statement.</summary>
[Alias("mes.space")]
public partial interface ISpaceGrain : IDueTarget
{
    /// <summary>The holder takes the space into use.</summary>
    [Alias("Activate")]
    Task<Outcome<Done>> Activate(Envelope envelope, ActivateSpace command);

    /// <summary>The person refuses a space.</summary>
    [Alias("Oppose")]
    Task<Outcome<Done>> Oppose(Envelope envelope, Oppose command);

    /// <summary>The person takes the refusal back.</summary>
    [Alias("LiftOpposition")]
    Task<Outcome<Done>> LiftOpposition(Envelope envelope, LiftOpposition command);

    /// <summary>Existence and status, as far as the caller may know (TD0.2).</summary>
    [Alias("Exists")]
    Task<Existence> Exists(HolderSheet holder);

    /// <summary>A document enters the record.</summary>
    [Alias("Deposit")]
    Task<Outcome<DepositReceipt>> Deposit(Envelope envelope, DepositDocument command);

    /// <summary>Documents enter the record together, all or none.</summary>
    [Alias("Submit")]
    Task<Outcome<SubmissionReceipt>> Submit(Envelope envelope, SubmitDocuments command);

    /// <summary>Sheets that the caller may see; the trace stands before the answer.</summary>
    [Alias("List")]
    Task<Outcome<DocumentList>> List(Envelope envelope, ListDocuments command);

    /// <summary>A document that the caller may see; the trace stands before the answer.</summary>
    [Alias("Open")]
    Task<Outcome<OpenedDocument>> Open(Envelope envelope, OpenDocument command);

    /// <summary>Resources are written, all or none.</summary>
    [Alias("CarryOut")]
    Task<Outcome<ResourceReceipts>> CarryOut(Envelope envelope, CarryOut command);

    /// <summary>A resource as it stands; the trace stands before the answer.</summary>
    [Alias("ReadResource")]
    Task<Outcome<KeptResource>> ReadResource(Envelope envelope, ReadResource command);

    /// <summary>The versions of a resource, or one of them; the trace stands before the answer.</summary>
    [Alias("ReadResourceHistory")]
    Task<Outcome<ResourceHistory>> ReadResourceHistory(Envelope envelope, ReadResourceHistory command);

    /// <summary>Resources that the caller may see; the trace stands before the answer.</summary>
    [Alias("SearchResources")]
    Task<Outcome<FoundResources>> SearchResources(Envelope envelope, SearchResources command);

    /// <summary>All that the caller may see; the trace stands before the answer.</summary>
    [Alias("ReadSpace")]
    Task<Outcome<SpaceContent>> ReadSpace(Envelope envelope, ReadSpace command);

    /// <summary>Submission sets of which the caller may see a document; the trace stands before the answer.</summary>
    [Alias("ListSubmissions")]
    Task<Outcome<Page<Submission>>> ListSubmissions(Envelope envelope, ListSubmissions command);

    /// <summary>The versions of a sheet, or one of them; the trace stands before the answer.</summary>
    [Alias("ReadDocumentHistory")]
    Task<Outcome<DocumentHistory>> ReadDocumentHistory(Envelope envelope, ReadDocumentHistory command);

    /// <summary>A document is hidden from professionals, or shown.</summary>
    [Alias("Hide")]
    Task<Outcome<DocumentSheet>> Hide(Envelope envelope, HideDocument command);

    /// <summary>A document is withheld from the holder or their representatives, or shown.</summary>
    [Alias("Withhold")]
    Task<Outcome<DocumentSheet>> Withhold(Envelope envelope, WithholdDocument command);

    /// <summary>A document is put aside, or taken up.</summary>
    [Alias("Archive")]
    Task<Outcome<DocumentSheet>> Archive(Envelope envelope, ArchiveDocument command);

    /// <summary>A document is removed by its author.</summary>
    [Alias("Delete")]
    Task<Outcome<DocumentSheet>> Delete(Envelope envelope, DeleteDocument command);

    /// <summary>The sheet of a document is patched: one of the four above, said as how the sheet shall read.</summary>
    [Alias("Patch")]
    Task<Outcome<DocumentSheet>> Patch(Envelope envelope, PatchDocument command);

    /// <summary>The history of accesses, the latest first, this reading included.</summary>
    [Alias("History")]
    Task<Outcome<History>> History(Envelope envelope, ReadHistory command);

    /// <summary>The holder takes the proof of their history away: what it goes up to, this reading included, and what it must not tell.</summary>
    [Alias("ProveHistory")]
    Task<Outcome<HistoryGrant>> ProveHistory(Envelope envelope, ProveHistory command);

    /// <summary>Where the holder's history stands. A digest, which tells nothing: it leaves no trace.</summary>
    [Alias("HistoryHead")]
    Task<Outcome<HistoryHead>> HistoryHead();
}

/// <summary>The history of accesses, or a page of it, the latest first.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Total">How many there are on all pages, where that was asked.</param>
/// <param name="Next">Where the next page begins; <see langword="null"/> on the last.</param>
public sealed record History(ValueList<AccessTrace> Entries, int? Total = null, string? Next = null);
