using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Patches;

/// <summary>What an operation does to what it names.</summary>
internal enum PatchVerb
{
    Add,
    Replace,
    Remove,
}

/// <summary>What an operation names: one of the few things of a sheet that change.</summary>
internal abstract record PatchTarget
{
    public sealed record Status : PatchTarget;

    public sealed record Archived : PatchTarget;

    public sealed record AllLabels : PatchTarget;

    public sealed record LabelAt(int Index) : PatchTarget;

    public sealed record LabelOfCode(string Code) : PatchTarget;
}

/// <summary>One operation, in the words that the three syntaxes share.</summary>
/// <param name="Verb">What it does.</param>
/// <param name="Target">To what; <see langword="null"/> where that never changes.</param>
/// <param name="Text">The new value, where it is a text or a boolean.</param>
/// <param name="Labels">The codings of the new labels, one list for each label.</param>
/// <param name="Place">Where it stands in the patch.</param>
internal sealed record PatchOperation(
    PatchVerb Verb, PatchTarget? Target, string? Text, IReadOnlyList<IReadOnlyList<(string? System, string? Code)>> Labels, string Place)
{
    /// <summary>The edits of <paramref name="operations"/>, or all that is wrong with them.</summary>
    public static FhirReading<MetadataPatch> Patch(IReadOnlyList<PatchOperation> operations, Faults faults)
    {
        if (operations.Count is 0 or > MetadataPatch.MostOperations)
        {
            faults.Add(PatchRefusals.OperationsOutOfRange, "");
        }

        var edits = operations.Take(MetadataPatch.MostOperations).Select(operation => operation.Edit(faults)).OfType<MetadataEdit>().ToValueList();
        return new(faults.Found.Count == 0 ? new MetadataPatch(edits) : null, faults.Found);
    }

    private MetadataEdit? Edit(Faults faults) => (Verb, Target) switch
    {
        (_, null) => Refuse(PatchRefusals.PathForbidden, faults),
        (PatchVerb.Remove, PatchTarget.Archived) => new MetadataEdit.SetArchived(false),
        (PatchVerb.Remove, PatchTarget.AllLabels) => new MetadataEdit.SetLabels(Domain.Documents.Labels.Normal),
        (PatchVerb.Remove, PatchTarget.LabelAt label) => new MetadataEdit.DropLabel(label.Index, null),
        (PatchVerb.Remove, PatchTarget.LabelOfCode label) => OfCode(label.Code, faults) is { } named ? new MetadataEdit.DropLabel(null, named) : null,
        (PatchVerb.Remove, _) => Refuse(PatchRefusals.OperationUnsupported, faults),
        (PatchVerb.Replace, PatchTarget.Status) => Status(faults),
        (_, PatchTarget.Archived) => bool.TryParse(Text, out var archived) ? new MetadataEdit.SetArchived(archived) : Refuse(PatchRefusals.ArchivedNotBoolean, faults),
        (PatchVerb.Replace, PatchTarget.AllLabels) => Together(faults) is { } labels ? new MetadataEdit.SetLabels(labels) : null,
        (PatchVerb.Replace, PatchTarget.LabelAt label) => One(faults) is { } other ? new MetadataEdit.ReplaceLabel(label.Index, other) : null,
        (PatchVerb.Add, PatchTarget.AllLabels or PatchTarget.LabelAt) => Together(faults) is { } more ? new MetadataEdit.AddLabel(more) : null,
        _ => Refuse(PatchRefusals.OperationUnsupported, faults),
    };

    private MetadataEdit? Status(Faults faults) => Text switch
    {
        "superseded" => new MetadataEdit.SetStatus(DocumentStatus.Superseded),
        "entered-in-error" => new MetadataEdit.SetStatus(DocumentStatus.Deleted),
        _ => Refuse(PatchRefusals.StatusUnsupported, faults),
    };

    private Labels? One(Faults faults) => Labels.Count == 1 ? Together(faults) : Unknown(faults);

    private Labels? Together(Faults faults)
    {
        var labels = Labels.Aggregate(Domain.Documents.Labels.None, (found, codings) => found | LabelCodes.Of(codings));
        return Labels.Count > 0 && Labels.All(codings => LabelCodes.Of(codings) is not Domain.Documents.Labels.None) ? labels : Unknown(faults);
    }

    private Labels? OfCode(string code, Faults faults) =>
        LabelCodes.All.FirstOrDefault(label => label.Code == code).Label is var label and not Domain.Documents.Labels.None ? label : Unknown(faults);

    private Labels? Unknown(Faults faults)
    {
        faults.Add(DocumentFaults.LabelUnknown, Place);
        return null;
    }

    private MetadataEdit? Refuse(Refusal refusal, Faults faults)
    {
        faults.Add(refusal, Place);
        return null;
    }
}
