using MonEspaceSante.Api.Professionals;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Oidc;
using MonEspaceSante.Pki.Professionals;

namespace MonEspaceSante.Api.Federation;

/// <summary>
/// Compares whom Pro Santé Connect names with the national directory: known, in activity, of that profession (security design, rule 12). The
/// place is believed as it was signed: both come from one register, and the public extract tells fewer places, a day later.
/// </summary>
internal sealed class PractisingProfessionals(IProfessionalDirectory standings, CurrentDirectory directory)
{
    /// <summary>The professional of <paramref name="claims"/> in each exercise that the directory confirms; none for who may not practise.</summary>
    /// <param name="claims">What Pro Santé Connect says.</param>
    /// <param name="certificate">SHA-256 of the certificate that they come with; empty for none.</param>
    /// <param name="vouchedBy">The structure whose certificate it is.</param>
    public IReadOnlyList<Caller.Professional> Of(Claims claims, string certificate = "", StructureId? vouchedBy = null)
    {
        if (ExerciseReading.Identity(claims) is not { } id || Find(id) is not { } entry)
        {
            return [];
        }

        var professions = directory.Now.Find(id.Rpps!.Value)?.Situations.Select(situation => situation.Profession.Code) ?? [];
        HashSet<string> confirmed = [entry.ProfessionCode, .. professions];
        return
        [
            .. ExerciseReading.Exercises(claims).Where(exercise => confirmed.Contains(exercise.Profession)).Select(exercise => new Caller.Professional(
                id, $"{entry.GivenName} {entry.Surname}", exercise.Profession, exercise.Speciality, Place(exercise, entry), certificate, vouchedBy,
                PersonalProof.ProSanteConnect)),
        ];
    }

    /// <summary>Whether the directory still lets <paramref name="professional"/> practise.</summary>
    public bool Includes(Caller.Professional professional) => Find(professional.Id) is not null;

    private DirectoryEntry? Find(ProfessionalId id) =>
        id.Rpps is { } rpps && standings.Find(rpps.Value) is { Standing: Standing.Active } entry ? entry : null;

    private static Workplace? Place(Exercise exercise, DirectoryEntry entry) => exercise.Structure is { } structure
        ? new(structure, exercise.StructureName, entry.Workplace is { RegulationCentre: true } centre && centre.IdNatStruct == structure.Value)
        : null;
}
