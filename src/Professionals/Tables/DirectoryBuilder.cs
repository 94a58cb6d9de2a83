using System.Text;
using MonEspaceSante.Domain.Professionals;

namespace MonEspaceSante.Professionals.Tables;

/// <summary>Takes the rows of an extract in, in any order, and makes the tables of them.</summary>
internal sealed class DirectoryBuilder
{
    private readonly TextPoolBuilder _texts = new();
    private readonly List<PersonRow> _people = [];
    private readonly List<SituationRow> _situations = [];
    private readonly List<StructureRow> _structures = [];
    private readonly List<CodeAndLabel> _codes = [];
    private readonly Dictionary<long, int> _personOf = [];
    private readonly Dictionary<int, int> _structureOf = [];
    private readonly Dictionary<(int Code, int Label), short> _codeOf = [];

    /// <summary>Takes <paramref name="row"/> in. What it says of a person or a structure that is known already is passed over: the first row counts.</summary>
    public void Add(in ExtractRow row)
    {
        if (!_personOf.TryGetValue(row.Number, out var person))
        {
            _personOf.Add(row.Number, person = _people.Count);
            _people.Add(new(row.Number, _texts.Number(row.Civility), _texts.Number(row.Surname), _texts.Number(row.GivenName), 0));
        }

        _situations.Add(new(
            person,
            row.StructureId.IsEmpty ? SituationRow.None : Structure(row),
            Code(row.Profession, row.ProfessionLabel),
            row.Speciality.IsEmpty ? (short)SituationRow.None : Code(row.Speciality, row.SpecialityLabel),
            row.Sector.IsEmpty ? (short)SituationRow.None : Code(row.Sector, row.SectorLabel)));
    }

    /// <summary>The tables of all rows taken in.</summary>
    public DirectoryTables Build()
    {
        var texts = _texts.Build();
        var surnames = Ranks(texts, _people.Select(person => person.Surname));
        var givenNames = Ranks(texts, _people.Select(person => person.GivenName));
        var people = Order(_people.Count, person => ((long)surnames[_people[person].Surname] << 32) | (uint)givenNames[_people[person].GivenName]);
        var names = Ranks(texts, _structures.Select(structure => structure.Name));
        var structures = Order(_structures.Count, structure => names[_structures[structure].Name]);

        var situationsOf = new Buckets(_people.Count, _situations.Count, situation => _situations[situation].Person);
        var placeOf = Places(structures);
        var (personRows, situationRows) = (new PersonRow[people.Length], new List<SituationRow>(_situations.Count));
        for (var place = 0; place < people.Length; place++)
        {
            personRows[place] = _people[people[place]] with { FirstSituation = situationRows.Count };
            foreach (var situation in situationsOf[people[place]].Span)
            {
                var row = _situations[situation];
                situationRows.Add(row with { Person = place, Structure = row.Structure < 0 ? SituationRow.None : placeOf[row.Structure] });
            }
        }

        StructureRow[] structureRows = [.. structures.Select(structure => _structures[structure])];
        string[] towns =
        [
            .. structureRows.Select(row => row.Town).Distinct().Select(town => Folding.Fold(texts[town])).Where(town => town.Length > 0)
                .Distinct().Order(StringComparer.Ordinal),
        ];
        int[] townOf = [.. structureRows.Select(row => Math.Max(Array.BinarySearch(towns, Folding.Fold(texts[row.Town]), StringComparer.Ordinal), Buckets.None))];
        return new(texts, [.. _codes], personRows, [.. situationRows], structureRows, towns, townOf);
    }

    private int Structure(in ExtractRow row)
    {
        var id = _texts.Number(row.StructureId);
        if (!_structureOf.TryGetValue(id, out var structure))
        {
            _structureOf.Add(id, structure = _structures.Count);
            _structures.Add(new(
                id, _texts.Number(row.StructureName), _texts.Number(row.Street), _texts.Number(row.PostalCode), _texts.Number(row.Town), _texts.Number(row.Telephone)));
        }

        return structure;
    }

    private short Code(ReadOnlySpan<byte> code, ReadOnlySpan<byte> label)
    {
        var key = (_texts.Number(code), _texts.Number(label));
        if (!_codeOf.TryGetValue(key, out var place))
        {
            // Fewer than 600 are known; a file that invents thousands is no extract.
            place = _codes.Count < short.MaxValue ? (short)_codes.Count : throw new InvalidDataException("The extract has more codes than any terminology.");
            _codeOf.Add(key, place);
            _codes.Add(new(Encoding.UTF8.GetString(code), Encoding.UTF8.GetString(label)));
        }

        return place;
    }

    // The place of each text in the alphabetical order of those used; texts that fold alike share one.
    private static int[] Ranks(TextPool texts, IEnumerable<int> used)
    {
        int[] distinct = [.. used.Distinct()];
        var folded = Array.ConvertAll(distinct, text => Folding.Fold(texts[text]));
        Array.Sort(folded, distinct, StringComparer.Ordinal);
        var (ranks, rank) = (new int[texts.Count], 0);
        for (var i = 0; i < distinct.Length; i++)
        {
            rank += i > 0 && folded[i] != folded[i - 1] ? 1 : 0;
            ranks[distinct[i]] = rank;
        }

        return ranks;
    }

    private static int[] Order(int count, Func<int, long> keyOf)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        Array.Sort(Array.ConvertAll(order, item => keyOf(item)), order);
        return order;
    }

    private static int[] Places(int[] order)
    {
        var places = new int[order.Length];
        for (var place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        return places;
    }
}

/// <summary>What is read of one line of the extract, in UTF-8; empty where the line says nothing.</summary>
internal readonly ref struct ExtractRow
{
    public required long Number { get; init; }

    public required ReadOnlySpan<byte> Surname { get; init; }

    public required ReadOnlySpan<byte> Profession { get; init; }

    public required ReadOnlySpan<byte> ProfessionLabel { get; init; }

    public ReadOnlySpan<byte> Civility { get; init; }

    public ReadOnlySpan<byte> GivenName { get; init; }

    public ReadOnlySpan<byte> Speciality { get; init; }

    public ReadOnlySpan<byte> SpecialityLabel { get; init; }

    public ReadOnlySpan<byte> StructureId { get; init; }

    public ReadOnlySpan<byte> StructureName { get; init; }

    public ReadOnlySpan<byte> Street { get; init; }

    public ReadOnlySpan<byte> PostalCode { get; init; }

    public ReadOnlySpan<byte> Town { get; init; }

    public ReadOnlySpan<byte> Telephone { get; init; }

    public ReadOnlySpan<byte> Sector { get; init; }

    public ReadOnlySpan<byte> SectorLabel { get; init; }
}
