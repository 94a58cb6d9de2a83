using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Documents;

/// <summary>What the depositor says of a document (fiche): the metadata of PDSm and XDS that the record keeps.</summary>
/// <param name="UniqueId">Given by the author's software (uniqueId, masterIdentifier): the same wherever the document travels.</param>
/// <param name="Type">Code of the type (typeCode).</param>
/// <param name="Class">Code of the class (classCode); deduced from the type where not given.</param>
/// <param name="Title">Title shown in lists.</param>
/// <param name="ContentType">Media type of the content.</param>
/// <param name="Format">Format code (JDV_J60).</param>
/// <param name="Language">Language of the content.</param>
/// <param name="CreatedAt">When the author made the document (creationTime).</param>
/// <param name="ActStart">When the documented act began (serviceStartTime).</param>
/// <param name="ActEnd">When it ended (serviceStopTime).</param>
/// <param name="Facility">Activity sector (healthcareFacilityTypeCode).</param>
/// <param name="Setting">Practice setting (practiceSettingCode).</param>
/// <param name="Authors">Who wrote it.</param>
/// <param name="Labels">How visible it is.</param>
/// <param name="Replaces">UniqueId of the document that this one replaces.</param>
/// <param name="Events">Acts and pathologies that it is about (eventCodeList).</param>
/// <param name="Related">Identifiers of what it goes with: a study, an order (referenceIdList).</param>
public sealed record DocumentDraft(
    string UniqueId, string Type, string? Class, string Title, string ContentType, string? Format, string Language,
    DateTimeOffset CreatedAt, DateTimeOffset? ActStart, DateTimeOffset? ActEnd, CodedValue? Facility, CodedValue? Setting,
    ValueList<Author> Authors, Labels Labels, string? Replaces = null, ValueList<CodedValue>? Events = null, ValueList<OtherId>? Related = null);

/// <summary>A code in its system.</summary>
public sealed record CodedValue(string System, string Code, string? Display = null);

/// <summary>An identifier of something else than a document.</summary>
public sealed record OtherId(string? System, string Value);

/// <summary>An author: a professional, or a device or organisation named only.</summary>
public sealed record Author(ProfessionalId? Id, string? Name, StructureId? Organisation = null);

/// <summary>Where the content lies and what it measures.</summary>
/// <param name="Blob">Path in the vault.</param>
/// <param name="Key">What decrypts it.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Sha1">Base64, as XDS and FHIR's attachment.hash carry it.</param>
public sealed record DocumentContent(string Blob, string Key, long Length, string Sha256, string Sha1);

/// <summary>Availability of a document (availabilityStatus).</summary>
public enum DocumentStatus
{
    /// <summary>Current (Approved).</summary>
    Current,

    /// <summary>Replaced by another (Deprecated).</summary>
    Superseded,

    /// <summary>Removed by its author (Deleted): kept for the trace, shown to nobody.</summary>
    Deleted,
}

/// <summary>A document of the record: its sheet and where it comes from.</summary>
/// <param name="Id">Identity of this version of the sheet (entryUUID): changes when the labels change.</param>
/// <param name="LogicalId">Identity across versions of the sheet (logicalId).</param>
/// <param name="Version">1 for the first sheet.</param>
/// <param name="Draft">What the depositor said.</param>
/// <param name="Content">Its content.</param>
/// <param name="Status">Availability.</param>
/// <param name="Archived">Put aside by the holder or a professional (isArchived).</param>
/// <param name="Depositor">Who deposited it.</param>
/// <param name="DepositedAt">When (submissionTime).</param>
/// <param name="UpdatedAt">When this version of the sheet was made.</param>
/// <param name="Submission">The set that it came in; <see langword="null"/> where it came alone (ITI-105).</param>
/// <param name="HiddenByProfessional">A professional hid it, who may show it again; otherwise only the holder may.</param>
/// <param name="Imported">It comes from the record that the person had before (DMP), with the dates and the depositor that it had there.</param>
public sealed record DocumentSheet(
    Guid Id, Guid LogicalId, int Version, DocumentDraft Draft, DocumentContent Content, DocumentStatus Status, bool Archived,
    Depositor Depositor, DateTimeOffset DepositedAt, DateTimeOffset UpdatedAt, SubmissionSet? Submission = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool HiddenByProfessional = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Imported = false)
{
    /// <summary>The sheet after its document was replaced.</summary>
    internal DocumentSheet After(SpaceEvent.DocumentSuperseded superseded) => Next(superseded.At) with { Status = DocumentStatus.Superseded };

    /// <summary>The sheet after its labels changed.</summary>
    internal DocumentSheet After(SpaceEvent.DocumentRelabelled relabelled) => Next(relabelled.At) with
    {
        Id = relabelled.Id,
        Draft = Draft with { Labels = relabelled.Labels },
        HiddenByProfessional = relabelled.Labels.HasFlag(Labels.HiddenFromProfessionals) && (relabelled.ByProfessional ?? HiddenByProfessional),
    };

    /// <summary>The sheet after its document was put aside or taken up.</summary>
    internal DocumentSheet After(SpaceEvent.DocumentArchived archived) => Next(archived.At) with { Archived = archived.Archived };

    /// <summary>The sheet after its document was removed.</summary>
    internal DocumentSheet After(SpaceEvent.DocumentDeleted deleted) => Next(deleted.At) with { Status = DocumentStatus.Deleted };

    private DocumentSheet Next(DateTimeOffset at) => this with { Version = Version + 1, UpdatedAt = at };
}

/// <summary>Who deposited a document, as the record keeps it.</summary>
/// <param name="Professional">The professional or staff member, where one is identified.</param>
/// <param name="Structure">The structure, where one is known.</param>
/// <param name="Name">Name shown to the holder.</param>
/// <param name="Holder">The holder deposited it, or who represents or helps them: not a professional.</param>
public sealed record Depositor(ProfessionalId? Professional, StructureId? Structure, string Name, bool Holder)
{
    /// <summary>The depositor that <paramref name="caller"/> is.</summary>
    public static Depositor Of(Caller caller) => caller switch
    {
        Caller.Professional pro => new(pro.Id, pro.Structure?.Id, pro.Name, false),
        Caller.Staff staff => new(staff.Id, staff.Structure?.Id, staff.Name, false),
        Caller.Organisation organisation => new(null, organisation.Id, organisation.Name, false),
        Caller.Holder => new(null, null, "", true),
        Caller.Representative representative => new(null, null, representative.Name, true),
        Caller.Carer carer => new(null, null, carer.Name, true),
        _ => throw new InvalidOperationException("The platform deposits nothing."),
    };

    /// <summary>Whether <paramref name="other"/> acts for the same: the same professional, the same structure, or the holder (R. 1111-49).</summary>
    public bool SameHand(Depositor other) =>
        Holder == other.Holder
        && (Holder
            || (Professional is not null && Professional == other.Professional)
            || (Structure is not null && Structure == other.Structure));
}
