using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Documents;

/// <summary>
/// The sheet of a document is patched (PDSm flow 3, TD3.3). A patch says how the sheet shall read; this finds the one thing that it changes
/// and asks the rule of that thing.
/// </summary>
/// <param name="Document">Logical or technical identity, where the document is named so.</param>
/// <param name="UniqueId">Identifier given by the author's software, or technical identity as a URI, where the document is found by it.</param>
/// <param name="Edits">What is asked, in order.</param>
/// <param name="IfVersion">Only if this is the version of the sheet (If-Match).</param>
/// <param name="Context">In which circumstances.</param>
public sealed record PatchDocument(Guid? Document, string? UniqueId, ValueList<MetadataEdit> Edits, int? IfVersion, AccessContext Context)
{
    private const Labels Withholding = Labels.WithheldFromHolder | Labels.WithheldFromGuardians;

    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, DocumentSheet> Decide(Space space, PatchDocument command, Act act, AccessMatrix matrix)
    {
        var named = command.Named(space, act, matrix);
        if (named.Count > 1)
        {
            return ResourceRefusals.ManyMatch;
        }

        var id = named is [var only] ? only : Guid.Empty;
        var request = DocumentRequest.Of(space, act, id, command.Context, matrix);
        if (request.Hand is Hand.Stranger || request.Document is not { } sheet)
        {
            return request.Refused(DocumentRefusals.Unknown);
        }

        if (command.IfVersion is { } version && version != sheet.Version)
        {
            return request.Refused(ResourceRefusals.VersionDiffers);
        }

        var wanted = PatchedSheet.Of(sheet).After(command.Edits);
        return wanted.Accepted ? command.Change(space, request, sheet, wanted.Value, act, matrix) : request.Refused(wanted.Refusal);
    }

    // What the caller may not know of is not one of several either.
    private List<Guid> Named(Space space, Act act, AccessMatrix matrix) =>
        Document is { } id ? [id]
        : [.. space.Named(UniqueId ?? "").Concat(OfVersion(space)).Select(document => document.LogicalId).Distinct()
            .Where(known => DocumentRequest.Of(space, act, known, Context, matrix).Hand is not Hand.Stranger)];

    // The sheet tells its technical identity as an identifier too.
    private IEnumerable<DocumentSheet> OfVersion(Space space) =>
        UniqueId is ['u', 'r', 'n', ':', 'u', 'u', 'i', 'd', ':', .. var uuid] && Guid.TryParseExact(uuid, "D", out var version)
            && space.TryFind(version, out var sheet) ? [sheet] : [];

    private Decision<SpaceEvent, DocumentSheet> Change(
        Space space, DocumentRequest request, DocumentSheet sheet, PatchedSheet wanted, Act act, AccessMatrix matrix)
    {
        // Normal says nothing beside another label: only what differs otherwise is a change.
        var labels = (wanted.Labels ^ sheet.Draft.Labels) & ~Labels.Normal;
        var (hides, withholds) = (labels & Labels.HiddenFromProfessionals, labels & Withholding);
        var archives = wanted.Archived != sheet.Archived;
        var status = wanted.Status != sheet.Status;
        if (new[] { hides != 0, withholds != 0, archives, status }.Count(changes => changes) > 1)
        {
            return request.Refused(DocumentRefusals.OneChangeAtATime);
        }

        return (labels & ~(Labels.HiddenFromProfessionals | Withholding)) != 0 ? request.Refused(DocumentRefusals.LabelNotYours)
            : status ? DeleteDocument.Decide(space, new(sheet.LogicalId, Context), act, matrix)
            : hides != 0 ? HideDocument.Decide(space, new(sheet.LogicalId, wanted.Labels.HasFlag(Labels.HiddenFromProfessionals), Context), act, matrix)
            : withholds != 0 ? Withhold(space, request, sheet, withholds, wanted.Labels, act, matrix)
            : archives ? ArchiveDocument.Decide(space, new(sheet.LogicalId, wanted.Archived, Context), act, matrix)
            : request.Unchanged();
    }

    private Decision<SpaceEvent, DocumentSheet> Withhold(
        Space space, DocumentRequest request, DocumentSheet sheet, Labels changed, Labels wanted, Act act, AccessMatrix matrix) =>
        (wanted & changed) == changed ? WithholdDocument.Decide(space, new(sheet.LogicalId, changed, true, Context), act, matrix)
        : (wanted & changed) == 0 ? WithholdDocument.Decide(space, new(sheet.LogicalId, changed, false, Context), act, matrix)
        : request.Refused(DocumentRefusals.OneChangeAtATime);
}
