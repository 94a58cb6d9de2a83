using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Documents;

/// <summary>How the part of a sheet that can change reads, while a patch is applied to it.</summary>
internal sealed record PatchedSheet(DocumentStatus Status, bool Archived, Labels Labels)
{
    // The order in which labels are written, hence counted.
    private static readonly Labels[] Order = [.. Enum.GetValues<Labels>().Where(label => label is not Labels.None)];

    public static PatchedSheet Of(DocumentSheet sheet) => new(sheet.Status, sheet.Archived, Written(sheet.Draft.Labels));

    /// <summary>How it reads after <paramref name="edits"/>.</summary>
    public Outcome<PatchedSheet> After(IEnumerable<MetadataEdit> edits)
    {
        var sheet = this;
        foreach (var edit in edits)
        {
            var edited = sheet.After(edit);
            if (!edited.Accepted)
            {
                return edited.Refusal;
            }

            sheet = edited.Value;
        }

        return sheet;
    }

    private Outcome<PatchedSheet> After(MetadataEdit edit) => edit switch
    {
        MetadataEdit.SetStatus status => this with { Status = status.To },
        MetadataEdit.SetArchived archived => this with { Archived = archived.To },
        MetadataEdit.SetLabels labels => this with { Labels = Written(labels.To) },
        MetadataEdit.AddLabel label => this with { Labels = Labels | label.Label },
        MetadataEdit.ReplaceLabel label => At(label.Index) is { } old ? this with { Labels = Written((Labels & ~old) | label.Label) } : DocumentRefusals.LabelAbsent,
        MetadataEdit.DropLabel label => (label.Label ?? At(label.Index ?? 0)) is { } old && Labels.HasFlag(old)
            ? this with { Labels = Written(Labels & ~old) } : DocumentRefusals.LabelAbsent,
        _ => throw new InvalidOperationException($"A sheet does not know the edit {edit.GetType().Name}."),
    };

    private Labels? At(int index) => Order.Where(label => Labels.HasFlag(label)).Cast<Labels?>().ElementAtOrDefault(index);

    // A document carries at least one label: none means normal.
    private static Labels Written(Labels labels) => labels is Labels.None ? Labels.Normal : labels;
}
