using System.Text.Json.Serialization;

namespace MonEspaceSante.Domain.Documents;

/// <summary>
/// One change asked of the sheet of a document: of its status, its labels or its archive mark. Nothing else of a sheet ever changes
/// (PDSm flow 3, update of metadata). A closed family.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "edit")]
[JsonDerivedType(typeof(SetStatus), "set-status")]
[JsonDerivedType(typeof(SetArchived), "set-archived")]
[JsonDerivedType(typeof(SetLabels), "set-labels")]
[JsonDerivedType(typeof(AddLabel), "add-label")]
[JsonDerivedType(typeof(ReplaceLabel), "replace-label")]
[JsonDerivedType(typeof(DropLabel), "drop-label")]
public abstract record MetadataEdit
{
    private MetadataEdit()
    {
    }

    /// <summary>The status becomes <paramref name="To"/>.</summary>
    public sealed record SetStatus(DocumentStatus To) : MetadataEdit;

    /// <summary>The document is archived, or no longer.</summary>
    public sealed record SetArchived(bool To) : MetadataEdit;

    /// <summary>These labels take the place of all others.</summary>
    public sealed record SetLabels(Labels To) : MetadataEdit;

    /// <summary>This label joins the others.</summary>
    public sealed record AddLabel(Labels Label) : MetadataEdit;

    /// <summary>The label at <paramref name="Index"/>, counted from 0 in the order in which sheets are written, gives way to another.</summary>
    public sealed record ReplaceLabel(int Index, Labels Label) : MetadataEdit;

    /// <summary>A label goes: the one at <paramref name="Index"/>, or <paramref name="Label"/> itself.</summary>
    public sealed record DropLabel(int? Index, Labels? Label) : MetadataEdit;
}
