using System.Collections.Frozen;
using System.Globalization;
using MonEspaceSante.Domain.Reference;

namespace MonEspaceSante.Domain.Quotas;

/// <summary>How much one professional or structure may do in an hour (security design, rule 16). All but refusals count different spaces.</summary>
/// <param name="Alert">From here on somebody looks at it.</param>
/// <param name="StepUp">From here on each further space asks for a reason.</param>
/// <param name="Stop">The most.</param>
/// <param name="Night">From here on somebody looks at it, between 22 and 6 o'clock in Paris.</param>
/// <param name="Refusals">The most requests that find nothing they may see.</param>
/// <param name="EmergencyAlert">As <paramref name="Alert"/>, in an emergency mode.</param>
/// <param name="EmergencyStop">As <paramref name="Stop"/>, in an emergency mode.</param>
public sealed record QuotaLimits(int Alert, int StepUp, int Stop, int Night, int Refusals, int EmergencyAlert, int EmergencyStop);

/// <summary>The limits of each profession, and of structures: reference data, replaced by replacing the file.</summary>
public sealed class QuotaTable
{
    private const string Professionals = "professional";
    private const string Structures = "structure";

    private static readonly string[] Columns = ["alert", "stepUp", "stop", "night", "refusals", "emergencyAlert", "emergencyStop"];

    private readonly FrozenDictionary<string, QuotaLimits> _limits;

    private QuotaTable(FrozenDictionary<string, QuotaLimits> limits) => _limits = limits;

    /// <summary>The limits of structures.</summary>
    public QuotaLimits OfStructures => _limits[Structures];

    /// <summary>The limits of the profession <paramref name="profession"/> (TRE_G15): its own, or those of all professionals.</summary>
    public QuotaLimits Of(string profession) => _limits.TryGetValue(profession, out var own) ? own : _limits[Professionals];

    /// <summary>Reads the table of <paramref name="folder"/>.</summary>
    /// <exception cref="FormatException">It is incomplete, or its steps do not follow one another.</exception>
    public static QuotaTable Load(string folder)
    {
        var table = ReferenceTable.Read(Path.Combine(folder, "activity-quotas.csv"));
        table.Require(["who", .. Columns]);
        var limits = table.Rows.ToFrozenDictionary(row => row["who"], row => Limits(row, table.Version));
        return limits.ContainsKey(Professionals) && limits.ContainsKey(Structures) ? new(limits)
            : throw new FormatException($"The table {table.Version} lacks the row {Professionals} or {Structures}.");
    }

    private static QuotaLimits Limits(IReadOnlyDictionary<string, string> row, string version)
    {
        var numbers = Array.ConvertAll(Columns, column => int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number : throw new FormatException($"The table {version} has no number in the column {column} of {row["who"]}."));
        var limits = new QuotaLimits(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]);
        return limits.Alert <= limits.StepUp && limits.StepUp <= limits.Stop && limits.EmergencyAlert <= limits.EmergencyStop ? limits
            : throw new FormatException($"The table {version} stops {row["who"]} before it warns.");
    }
}
