using MonEspaceSante.Domain.Exports;

namespace MonEspaceSante.Domain.Spaces;

/// <content>Archives of everything, made or being made.</content>
public sealed partial class Space
{
    private readonly Dictionary<Guid, Export> _exports = [];

    /// <summary>Exports that were not removed yet.</summary>
    public IReadOnlyCollection<Export> Exports => _exports.Values;

    /// <summary>The export <paramref name="id"/>, if there is one.</summary>
    public Export? FindExport(Guid id) => _exports.GetValueOrDefault(id);

    private bool ApplyToExports(SpaceEvent happened)
    {
        switch (happened)
        {
            case SpaceEvent.ExportRequested requested:
                _exports.Add(requested.Export.Id, requested.Export);
                break;
            case SpaceEvent.ExportReady ready:
                _exports[ready.Id] = _exports[ready.Id] with { Archive = ready.Archive, ReadyAt = ready.At };
                break;
            case SpaceEvent.ExportRemoved removed:
                _exports.Remove(removed.Id);
                break;
            default:
                return false;
        }

        return true;
    }
}
