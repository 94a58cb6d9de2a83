using MonEspaceSante.Domain.Professionals;

namespace MonEspaceSante.Professionals.Tables;

// Rows of the tables: numbers only, so that a million of them are one object. Texts are numbers of the text pool, codes places in the codes.

/// <summary>A professional; their situations follow one another from <see cref="FirstSituation"/>.</summary>
internal readonly record struct PersonRow(long Number, int Civility, int Surname, int GivenName, int FirstSituation);

/// <summary>A situation of exercise; <see cref="None"/> for no speciality, no sector and no structure.</summary>
internal readonly record struct SituationRow(int Person, int Structure, short Profession, short Speciality, short Sector)
{
    public const int None = -1;
}

/// <summary>A structure.</summary>
internal readonly record struct StructureRow(int NationalId, int Name, int Street, int PostalCode, int Town, int Telephone);

/// <summary>Everything that one extract says: people and structures in alphabetical order, situations in the order of people.</summary>
/// <param name="Texts">Every text.</param>
/// <param name="Codes">Professions and specialities.</param>
/// <param name="People">In the order of folded surname and given name.</param>
/// <param name="Situations">Person by person.</param>
/// <param name="Structures">In the order of folded name.</param>
/// <param name="Towns">Folded names of towns, in their order.</param>
/// <param name="TownOf">The town of each structure, or <see cref="Buckets.None"/>.</param>
internal sealed record DirectoryTables(
    TextPool Texts, CodeAndLabel[] Codes, PersonRow[] People, SituationRow[] Situations, StructureRow[] Structures, string[] Towns, int[] TownOf);
