using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Grains.Callers;

/// <summary>
/// Keyed digests of professionals and structures: the keys of the grains that are theirs. Keyed, since their numbers are few enough to be tried one by
/// one against a plain digest.
/// </summary>
public sealed class CallerDigests(IKeyRing keys)
{
    /// <summary>The name of the key that people, logins and callers are filed under.</summary>
    public const string Purpose = "identity";

    /// <summary>The digest of <paramref name="professional"/>.</summary>
    public ValueTask<string> OfAsync(ProfessionalId professional) => OfAsync(professional.Value);

    /// <summary>The digest of <paramref name="structure"/>.</summary>
    public ValueTask<string> OfAsync(StructureId structure) => OfAsync(structure.Value);

    private async ValueTask<string> OfAsync(string nationalId) =>
        BlindKey.Of("caller", nationalId, (await keys.PurposeKeyAsync(Purpose, CancellationToken.None)).Span).Value;
}
