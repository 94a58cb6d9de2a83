using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Professionals;
using MonEspaceSante.Professionals.Tables;

namespace MonEspaceSante.Professionals;

/// <content>Looking for people and structures by name and town. Tables lie in alphabetical order, so the beginning of a name is a run of rows.</content>
public sealed partial class NationalDirectory
{
    // Sorts after every letter: a name that begins with a prefix is below the prefix and this.
    private const char End = '\uFFFF';

    /// <summary>The professionals that <paramref name="search"/> describes.</summary>
    public Page<Practitioner> Practitioners(ProfessionalSearch search, PageOf page)
    {
        ArgumentNullException.ThrowIfNull(search);

        // The beginning of a surname and nothing else: a run of people, however long, without a look at each.
        var people = search is { Town: null, Speciality: null } && NameReading.Of(search.Name) is [var only]
            ? Numbers(RunOf(only.Surname, _tables.People.Length, person => _tables.People[person].Surname))
            : Matching(search).Select(situation => _tables.Situations[situation].Person).Distinct().ToList();
        return Take(people, page, person => Practitioner(person)!);
    }

    /// <summary>The situations of exercise that <paramref name="search"/> describes.</summary>
    public Page<Situation> Situations(ProfessionalSearch search, PageOf page)
    {
        ArgumentNullException.ThrowIfNull(search);
        return Take(Matching(search).ToList(), page, Situation);
    }

    /// <summary>Who practises in the structure of the logical identity <paramref name="structureId"/>.</summary>
    public Page<Situation> SituationsIn(string structureId, PageOf page) =>
        OpaqueId.TryParse(structureId, out var opaque) && _structures.Find(opaque) is >= 0 and var structure
            ? Take(_situationsByStructure[structure].ToArray(), page, Situation)
            : new([], 0);

    /// <summary>The structures that <paramref name="search"/> describes.</summary>
    public Page<Structure> Structures(StructureSearch search, PageOf page)
    {
        ArgumentNullException.ThrowIfNull(search);
        var rows = _tables.Structures;
        var run = search.Name is { } name ? RunOf(Folding.Fold(name), rows.Length, row => rows[row].Name) : 0..rows.Length;
        var found = search.Town is { } town ? InTowns(town, _structuresByTown, run, structure => structure).ToList() : Numbers(run);
        return Take(found, page, structure => Structure(structure)!);
    }

    // Situations, town by town where a town is given, else person by person.
    private IEnumerable<int> Matching(ProfessionalSearch search)
    {
        var readings = NameReading.Of(search.Name);
        var runs = Merged(readings.Select(reading => RunOf(reading.Surname, _tables.People.Length, person => _tables.People[person].Surname)));
        return runs
            .SelectMany(run => search.Town is { } town
                ? InTowns(town, _situationsByTown, run, situation => _tables.Situations[situation].Person)
                : Numbers(SituationsOf(run)))
            .Where(situation => HasCode(_tables.Situations[situation], search.Speciality) && IsNamed(_tables.Situations[situation].Person, readings));
    }

    private bool HasCode(SituationRow situation, string? code) =>
        code is null || _tables.Codes[situation.Profession].Code == code || (situation.Speciality >= 0 && _tables.Codes[situation.Speciality].Code == code);

    private bool IsNamed(int person, NameReading[] readings)
    {
        // One reading is one run of surnames: who is in it is named so.
        if (readings.Length == 1)
        {
            return true;
        }

        var (surname, given) = (Folded(_tables.People[person].Surname), Folded(_tables.People[person].GivenName));
        return readings.Any(reading =>
            surname.StartsWith(reading.Surname, StringComparison.Ordinal) && given.StartsWith(reading.GivenName, StringComparison.Ordinal));
    }

    private IEnumerable<int> InTowns(string town, Buckets byTown, Range run, Func<int, int> placeOf)
    {
        var folded = Folding.Fold(town);
        var towns = _tables.Towns;
        var end = FirstAt(towns.Length, place => towns[place], folded + End);
        for (var place = FirstAt(towns.Length, place => towns[place], folded); place < end; place++)
        {
            // Within a bucket the alphabetical order is kept.
            var bucket = byTown[place];
            for (var i = FirstIn(bucket, placeOf, run.Start.Value); i < bucket.Length && placeOf(bucket.Span[i]) < run.End.Value; i++)
            {
                yield return bucket.Span[i];
            }
        }
    }

    private Range SituationsOf(Range people) => people.Start.Value == people.End.Value ? 0..0
        : _tables.People[people.Start].FirstSituation..SituationsEnd(people.End.Value - 1);

    private Range RunOf(string prefix, int count, Func<int, int> textOf) =>
        FirstAt(count, row => Folded(textOf(row)), prefix)..FirstAt(count, row => Folded(textOf(row)), prefix + End);

    private string Folded(int text) => Folding.Fold(_tables.Texts[text]);

    private static IEnumerable<Range> Merged(IEnumerable<Range> runs)
    {
        var reached = 0;
        foreach (var run in runs.OrderBy(run => run.Start.Value))
        {
            if (run.End.Value > reached)
            {
                yield return Math.Max(run.Start.Value, reached)..run.End.Value;
                reached = run.End.Value;
            }
        }
    }

    private static IEnumerable<int> Numbers(Range run) => Enumerable.Range(run.Start.Value, run.End.Value - run.Start.Value);

    // The first place whose text is not before the one given.
    private static int FirstAt(int count, Func<int, string> textAt, string text) =>
        First(count, place => string.CompareOrdinal(textAt(place), text) >= 0);

    private static int FirstIn(ReadOnlyMemory<int> bucket, Func<int, int> placeOf, int least) => First(bucket.Length, i => placeOf(bucket.Span[i]) >= least);

    private static int First(int count, Func<int, bool> reached)
    {
        var (from, to) = (0, count);
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            (from, to) = reached(middle) ? (from, middle) : (middle + 1, to);
        }

        return from;
    }

    // Lists and runs of numbers: neither is gone through to be counted or skipped.
    private static Page<T> Take<T>(IEnumerable<int> found, PageOf page, Func<int, T> make) =>
        new(found.Skip(page.Skip).Take(page.Take).Select(make).ToValueList(), found.Count());
}
