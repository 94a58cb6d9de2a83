using System.Globalization;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Reference;

namespace MonEspaceSante.Domain.Measures;

/// <summary>The measures that the space keeps, by code and by profile.</summary>
public sealed class MeasureTable
{
    private const string MesProfiles = "https://fhir.monespacesante.fr/ref/mesure/StructureDefinition/";
    private const string AnsProfiles = "https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/";
    private const string FormerProfiles = "http://esante.gouv.fr/ci-sis/fhir/StructureDefinition/";

    private readonly Dictionary<string, Measure> _byName;

    private MeasureTable(string version, IReadOnlyList<Measure> all) =>
        (Version, All, _byName) = (version, all, all.ToDictionary(measure => measure.Name, StringComparer.Ordinal));

    /// <summary>The version of the table.</summary>
    public string Version { get; }

    /// <summary>All of them, in the order in which they are shown; components are inside their measure.</summary>
    public IReadOnlyList<Measure> All { get; }

    /// <summary>The measure of our name <paramref name="name"/>.</summary>
    /// <exception cref="KeyNotFoundException">The table has none: it is not complete.</exception>
    public Measure this[string name] => _byName[name];

    /// <summary>The measure that <paramref name="system"/> and <paramref name="code"/> name; <see langword="null"/> where there is none.</summary>
    public Measure? Find(string? system, string? code) => All.FirstOrDefault(measure => measure.IsNamedBy(system, code));

    /// <summary>The measures that may claim the profile <paramref name="canonical"/>: several share the one of glucose. A version after a bar is left aside.</summary>
    public IEnumerable<Measure> OfProfile(string canonical)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        var profile = canonical.Split('|')[0];
        return All.Where(measure => measure.Profiles.Contains(profile));
    }

    /// <summary>Reads the table of measures.</summary>
    /// <exception cref="FormatException">A column is missing, a cell is not what it must be, two rows have the same name or code.</exception>
    public static MeasureTable From(ReferenceTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        table.Require(
            "measure", "codeSystem", "code", "otherCodes", "label", "englishLabel", "unit", "unitLabel", "minimum", "maximum", "wholeNumber",
            "componentOf", "moment", "days", "origin", "mesProfile", "ansProfile", "formerProfile");
        foreach (var twice in table.Rows.SelectMany(row => Words(row["code"]).Concat(Words(row["otherCodes"]))).CountBy(code => code).Where(code => code.Value > 1))
        {
            throw new FormatException($"The table of measures has {twice.Value} rows of the code \"{twice.Key}\".");
        }

        var components = table.Rows.ToLookup(row => row["componentOf"]);
        foreach (var orphan in components.Where(rows => rows.Key.Length > 0 && components[""].All(row => row["measure"] != rows.Key)))
        {
            throw new FormatException($"The table of measures has components of \"{orphan.Key}\", which is no measure of it.");
        }

        return new(table.Version, [.. components[""].Select(row => Read(row, [.. components[row["measure"]].Select(part => Read(part, []))]))]);
    }

    private static Measure Read(IReadOnlyDictionary<string, string> row, IReadOnlyList<Measure> components)
    {
        var hasValue = components.Count == 0;
        return new(
            row["measure"], new(SystemOf(row["codeSystem"]), row["code"], row["label"]), Words(row["otherCodes"]), row["englishLabel"],
            hasValue ? new(row["unit"], row["unitLabel"]) : null,
            hasValue ? new(Number(row, "minimum"), Number(row, "maximum"), Choice(row, "wholeNumber", ("yes", true), ("no", false))) : null,
            PresenceOf(row, "moment"), PresenceOf(row, "days"), Choice(row, "origin", ("measured", false), ("computed", true)),
            [
                .. Words(row["mesProfile"]).Select(id => MesProfiles + id),
                .. Words(row["ansProfile"]).Select(id => AnsProfiles + id),
                .. Words(row["formerProfile"]).Select(id => FormerProfiles + id),
            ],
            components);
    }

    private static string SystemOf(string name) => name switch
    {
        "LOINC" => "http://loinc.org",
        "TAASIP" => "https://mos.esante.gouv.fr/NOS/TRE_R308-TAASIP/FHIR/TRE-R308-TAASIP",
        _ => throw new FormatException($"Unknown code system {name} in the table of measures."),
    };

    private static Presence PresenceOf(IReadOnlyDictionary<string, string> row, string column) => Choice(
        row, column, ("optional", Presence.Optional), ("required", Presence.Required), ("forbidden", Presence.Forbidden));

    private static T Choice<T>(IReadOnlyDictionary<string, string> row, string column, params ReadOnlySpan<(string Word, T Meaning)> choices)
    {
        foreach (var (word, meaning) in choices)
        {
            if (row[column] == word)
            {
                return meaning;
            }
        }

        throw new FormatException($"The table of measures says \"{row[column]}\" for {row["measure"]} and {column}.");
    }

    private static decimal Number(IReadOnlyDictionary<string, string> row, string column) =>
        decimal.TryParse(row[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"The table of measures says \"{row[column]}\" for {row["measure"]} and {column}: a number is expected.");

    private static string[] Words(string cell) => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
