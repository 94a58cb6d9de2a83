using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Reference;

namespace MonEspaceSante.Api.Proxies;

/// <summary>How far a carer's access goes, as the holder says it: in the categories of documents that they know.</summary>
/// <param name="ReadOnly">The carer changes nothing.</param>
/// <param name="NoMessages">The carer reads and sends no messages.</param>
/// <param name="Categories">The categories of documents that the carer sees; all where none is named.</param>
internal sealed record CarerLimits(bool ReadOnly = false, bool NoMessages = false, string[]? Categories = null);

/// <summary>Turns categories into the types of documents that they hold, and back.</summary>
internal sealed class CarerCategories(ReferenceData reference)
{
    private readonly ILookup<string, string> _types =
        reference.Types.All.Where(type => type.Category is not null).ToLookup(type => type.Category!, type => type.Code, StringComparer.Ordinal);

    public Outcome<CarerRights> Read(CarerLimits? limits)
    {
        var categories = limits?.Categories ?? [];
        return categories.FirstOrDefault(category => !_types.Contains(category)) is not null
            ? CategoryUnknown.At("limits.categories")
            : new CarerRights(
                limits?.ReadOnly is not true, limits?.NoMessages is not true,
                categories.Length == 0 ? null : categories.SelectMany(category => _types[category]).Distinct().Order(StringComparer.Ordinal).ToValueList());
    }

    public CarerLimits Tell(CarerRights? rights) => rights is null ? new()
        : new(!rights.Writes, !rights.Messages,
            rights.Types is null ? null : [.. _types.Where(category => category.All(rights.Sees)).Select(category => category.Key)]);

    private static readonly Refusal CategoryUnknown = new("document-category-unknown", RefusalKind.Unprocessable,
        "There is no such category of documents.", "Cette catégorie de documents n’existe pas.");
}
