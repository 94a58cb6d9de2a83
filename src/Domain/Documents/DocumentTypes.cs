using System.Collections.Frozen;
using MonEspaceSante.Domain.Reference;

namespace MonEspaceSante.Domain.Documents;

/// <summary>A type of document (typeCode, value set JDV_J66).</summary>
/// <param name="Code">LOINC or national code.</param>
/// <param name="System">URI of the code system.</param>
/// <param name="Label">French label.</param>
/// <param name="Class">Class deduced from it (TRE_A03); <see langword="null"/> where the published table has none.</param>
/// <param name="Category">Category shown to the patient; <see langword="null"/> where none is published.</param>
/// <param name="Family">Family that the access matrix was derived by.</param>
public sealed record DocumentType(string Code, string System, string Label, string? Class, string? Category, string Family)
{
    /// <summary>The class of documents that come from the patient.</summary>
    public const string PatientClass = "90";

    /// <summary>Whether the patient, not a professional, produces documents of this type.</summary>
    public bool FromPatient => Class == PatientClass || Code.StartsWith("DOCPAT", StringComparison.Ordinal) || Code.StartsWith("EXPPAT", StringComparison.Ordinal);
}

/// <summary>The types of documents that the record accepts, by code.</summary>
public sealed class DocumentTypes
{
    private readonly FrozenDictionary<string, DocumentType> _byCode;

    internal DocumentTypes(IEnumerable<DocumentType> types) => _byCode = types.ToFrozenDictionary(type => type.Code);

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<DocumentType> All => _byCode.Values;

    /// <summary>The type of <paramref name="code"/>; <see langword="null"/> where there is none.</summary>
    public DocumentType? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Reads the first columns of the access matrix table, see <see cref="ReferenceTable"/>.</summary>
    /// <exception cref="FormatException">A column is missing, a code is empty or stands twice, a code system is unknown.</exception>
    public static DocumentTypes From(ReferenceTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        table.Require("documentTypeCode", "codeSystem", "label", "classCode", "patientCategory", "family");
        foreach (var code in table.Rows.GroupBy(row => row["documentTypeCode"]).Where(rows => rows.Key.Length == 0 || rows.Count() > 1))
        {
            throw new FormatException($"The table of document types has {code.Count()} rows of the code \"{code.Key}\".");
        }

        return new(table.Rows.Select(row => new DocumentType(
            row["documentTypeCode"], SystemOf(row["codeSystem"]), row["label"],
            NullIfEmpty(row["classCode"]), NullIfEmpty(row["patientCategory"]), row["family"])));
    }

    private static string SystemOf(string name) => name switch
    {
        "LOINC" => "http://loinc.org",
        "TRE_A05" => "https://mos.esante.gouv.fr/NOS/TRE_A05-TypeDocComplementaire/FHIR/TRE-A05-TypeDocComplementaire",
        "ASTM" => "urn:oid:1.2.840.10065.1.12",
        _ => throw new FormatException($"Unknown code system {name} in the table of document types."),
    };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
