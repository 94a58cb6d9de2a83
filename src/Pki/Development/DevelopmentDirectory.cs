using System.Collections.Frozen;
using MonEspaceSante.Pki.Professionals;

namespace MonEspaceSante.Pki.Development;

/// <summary>The directory of professionals held in memory: <see cref="DevelopmentPeople"/>, and whoever is given besides.</summary>
/// <param name="others">Further fictive professionals; one with a known RPPS takes the place of the known one.</param>
public sealed class DevelopmentDirectory(params IEnumerable<DirectoryEntry> others) : IProfessionalDirectory
{
    private readonly FrozenDictionary<string, DirectoryEntry> _entries = DevelopmentPeople.Professionals
        .Select(person => new DirectoryEntry(
            person.Rpps, person.Surname, person.GivenName, person.ProfessionCode, person.ProfessionLabel, person.SpecialityCode, person.Standing,
            new DirectoryWorkplace(person.IdNatStruct, person.StructureName, person.IdNatStruct == DevelopmentPeople.EmergencyDispatch.Subject.IdNatStruct),
            person.ActivitySector))
        .Concat(others)
        .GroupBy(entry => entry.Rpps)
        .ToFrozenDictionary(entries => entries.Key, entries => entries.Last());

    /// <inheritdoc/>
    public DirectoryEntry? Find(string rpps) => _entries.GetValueOrDefault(rpps);
}
