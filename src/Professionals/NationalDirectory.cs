using System.Globalization;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Professionals;
using MonEspaceSante.Professionals.Tables;

namespace MonEspaceSante.Professionals;

/// <summary>
/// The national directory of health professionals (annuaire santé), in memory: who practises what, where, as one public extract says it.
/// Immutable, hence asked by many threads at once; a newer extract makes another one.
/// </summary>
/// <remarks>
/// Only professionals in activity are in the extract: who is absent may not practise. Rows are numbers in arrays, objects are made of what is
/// answered only; a number is found in constant time.
/// </remarks>
public sealed partial class NationalDirectory
{
    private readonly DirectoryTables _tables;
    private readonly IdIndex _people;
    private readonly IdIndex _structures;
    private readonly Buckets _situationsByTown;
    private readonly Buckets _situationsByStructure;
    private readonly Buckets _structuresByTown;

    internal NationalDirectory(DirectoryTables tables)
    {
        _tables = tables;
        _people = new(Array.ConvertAll(tables.People, person => OpaqueId.OfPractitioner(person.Number)));
        _structures = new(Array.ConvertAll(tables.Structures, structure => OpaqueId.OfStructure(tables.Texts[structure.NationalId])));
        var (towns, situations, structures) = (tables.Towns.Length, tables.Situations.Length, tables.Structures.Length);
        _situationsByTown = new(
            towns, situations, situation => tables.Situations[situation].Structure is >= 0 and var structure ? tables.TownOf[structure] : Buckets.None);
        _situationsByStructure = new(structures, situations, situation => tables.Situations[situation].Structure);
        _structuresByTown = new(towns, structures, structure => tables.TownOf[structure]);
    }

    /// <summary>How many professionals it holds.</summary>
    public int PractitionerCount => _tables.People.Length;

    /// <summary>How many situations of exercise it holds.</summary>
    public int SituationCount => _tables.Situations.Length;

    /// <summary>How many structures it holds.</summary>
    public int StructureCount => _tables.Structures.Length;

    /// <summary>The professional with the number <paramref name="number"/>, or <see langword="null"/>.</summary>
    public Practitioner? Find(Rpps number) =>
        Practitioner(_people.Find(OpaqueId.OfPractitioner(long.Parse(number.Value, NumberStyles.None, CultureInfo.InvariantCulture))));

    /// <summary>The professional of the logical identity <paramref name="id"/>, or <see langword="null"/>.</summary>
    public Practitioner? FindPractitioner(string id) => OpaqueId.TryParse(id, out var opaque) ? Practitioner(_people.Find(opaque)) : null;

    /// <summary>The situation of the logical identity <paramref name="id"/>, or <see langword="null"/>.</summary>
    public Situation? FindSituation(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var hyphen = id.IndexOf('-', StringComparison.Ordinal);
        return hyphen < 0 ? null : FindPractitioner(id[..hyphen])?.Situations.FirstOrDefault(situation => situation.Id == id);
    }

    /// <summary>The structure of the logical identity <paramref name="id"/>, or <see langword="null"/>.</summary>
    public Structure? FindStructure(string id) => OpaqueId.TryParse(id, out var opaque) ? Structure(_structures.Find(opaque)) : null;

    /// <summary>The structure of the national identifier <paramref name="nationalId"/> (idNat_Struct), or <see langword="null"/>.</summary>
    public Structure? FindStructureByNationalId(string nationalId) => Structure(_structures.Find(OpaqueId.OfStructure(nationalId)));

    private Practitioner? Practitioner(int person)
    {
        if (person < 0)
        {
            return null;
        }

        var row = _tables.People[person];
        var texts = _tables.Texts;
        return new(
            OpaqueId.Text(_people[person]), Number(row), row.Civility == TextPool.Empty ? null : texts[row.Civility], texts[row.Surname], texts[row.GivenName],
            Enumerable.Range(row.FirstSituation, SituationsEnd(person) - row.FirstSituation).Select(Situation).ToValueList());
    }

    private Situation Situation(int situation)
    {
        var row = _tables.Situations[situation];
        var person = _tables.People[row.Person];
        var id = OpaqueId.Text(_people[row.Person]);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{id}-{situation - person.FirstSituation + 1}"), id,
            $"{_tables.Texts[person.GivenName]} {_tables.Texts[person.Surname]}".Trim(), _tables.Codes[row.Profession],
            row.Speciality < 0 ? null : _tables.Codes[row.Speciality], Structure(row.Structure), row.Sector < 0 ? null : _tables.Codes[row.Sector]);
    }

    private Structure? Structure(int structure)
    {
        if (structure < 0)
        {
            return null;
        }

        var row = _tables.Structures[structure];
        var texts = _tables.Texts;
        return new(
            OpaqueId.Text(_structures[structure]), texts[row.NationalId], texts[row.Name], texts[row.Street], texts[row.PostalCode], texts[row.Town],
            texts[row.Telephone]);
    }

    private int SituationsEnd(int person) => person + 1 < _tables.People.Length ? _tables.People[person + 1].FirstSituation : _tables.Situations.Length;

    private static Rpps Number(PersonRow row) => Rpps.Parse(row.Number.ToString("D11", CultureInfo.InvariantCulture), null);
}
