using MonEspaceSante.Domain.Measures;
using MonEspaceSante.Domain.Reference;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Measures;

public class MeasureTableTests
{
    private const string Loinc = "http://loinc.org";
    private const string National = "https://mos.esante.gouv.fr/NOS/TRE_R308-TAASIP/FHIR/TRE-R308-TAASIP";
    private const string Head = "# version: v1\n# effective: 2026-11-21\n# source: us\n";

    private const string Columns =
        "measure,codeSystem,code,otherCodes,label,englishLabel,unit,unitLabel,minimum,maximum,wholeNumber,componentOf,moment,days,origin,mesProfile,ansProfile,formerProfile\n";

    private static readonly MeasureTable Table = Papers.Measures;

    [Theory]
    [InlineData(Loinc, "29463-7", "body-weight", "kg")]
    [InlineData(Loinc, "41950-7", "steps-by-day", "1/(24.h)")]
    [InlineData(Loinc, "8287-5", "head-circumference", "cm")]
    [InlineData(Loinc, "9843-4", "head-circumference", "cm")]
    [InlineData(Loinc, "2345-7", "blood-glucose", "mg/dL")]
    [InlineData(Loinc, "2339-0", "blood-glucose", "mg/dL")]
    [InlineData(National, "MED-969", "interstitial-glucose", "mg/dL")]
    [InlineData(National, "MED-972", "glucose-management-index", "%")]
    [InlineData(Loinc, "85354-9", "blood-pressure", null)]
    public void A_code_names_its_measure_and_former_codes_name_it_too(string system, string code, string name, string? unit)
    {
        Assert.Equal(name, Table.Find(system, code)?.Name);
        Assert.Equal(unit, Table[name].Unit?.Ucum);
    }

    [Theory]
    [InlineData(National, "29463-7")]
    [InlineData(Loinc, "MED-969")]
    [InlineData(Loinc, "8480-6")]
    [InlineData(null, "29463-7")]
    [InlineData(Loinc, null)]
    public void What_the_table_does_not_know_in_that_system_is_no_measure(string? system, string? code) => Assert.Null(Table.Find(system, code));

    [Fact]
    public void Blood_pressure_is_made_of_two_values()
    {
        var pressure = Table["blood-pressure"];
        Assert.Equal(["8480-6", "8462-4"], pressure.Components.Select(part => part.Code.Code));
        Assert.All(pressure.Components, part => Assert.Equal("mm[Hg]", part.Unit!.Ucum));
        Assert.Null(pressure.Plausible);
    }

    [Fact]
    public void The_body_mass_index_alone_is_computed() =>
        Assert.Equal(["body-mass-index"], Table.All.Where(measure => measure.Computed).Select(measure => measure.Name));

    [Theory]
    [InlineData("blood-glucose", Presence.Required, Presence.Forbidden)]
    [InlineData("glycated-haemoglobin", Presence.Forbidden, Presence.Forbidden)]
    [InlineData("interstitial-glucose", Presence.Forbidden, Presence.Required)]
    [InlineData("glucose-management-index", Presence.Forbidden, Presence.Required)]
    public void Kinds_of_glucose_say_moment_or_days(string name, Presence moment, Presence days)
    {
        Assert.Equal(moment, Table[name].Moment);
        Assert.Equal(days, Table[name].Days);
    }

    [Theory]
    [InlineData("https://fhir.monespacesante.fr/ref/mesure/StructureDefinition/mes-observation-bodyweight", "body-weight")]
    [InlineData("https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/mesures-fr-observation-body-weight|3.1.1", "body-weight")]
    [InlineData("http://esante.gouv.fr/ci-sis/fhir/StructureDefinition/ENS_FrObservationBodyWeight", "body-weight")]
    [InlineData(
        "https://fhir.monespacesante.fr/ref/mesure/StructureDefinition/mes-observation-glucose",
        "blood-glucose interstitial-glucose glucose-management-index glycated-haemoglobin")]
    [InlineData("http://hl7.org/fhir/StructureDefinition/vitalsigns", "")]
    public void A_profile_belongs_to_its_measures(string canonical, string names) =>
        Assert.Equal(names, string.Join(' ', Table.OfProfile(canonical).Select(measure => measure.Name)));

    [Theory]
    [InlineData("body-weight", "0.3", true)]
    [InlineData("body-weight", "0.29", false)]
    [InlineData("body-weight", "500", true)]
    [InlineData("body-weight", "500.1", false)]
    [InlineData("steps-by-day", "8000.0", true)]
    [InlineData("steps-by-day", "8000.5", false)]
    [InlineData("pain-severity", "10", true)]
    [InlineData("pain-severity", "11", false)]
    public void A_value_is_plausible_or_not(string name, string value, bool plausible) =>
        Assert.Equal(plausible, Table[name].Plausible!.Holds(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("a,LOINC,1,,A,A,kg,kg,0,x,no,,optional,forbidden,measured,,,\n", "\"x\" for a and maximum")]
    [InlineData("a,LOINC,1,,A,A,kg,kg,0,1,maybe,,optional,forbidden,measured,,,\n", "\"maybe\" for a and wholeNumber")]
    [InlineData("a,LOINC,1,,A,A,kg,kg,0,1,no,,often,forbidden,measured,,,\n", "\"often\" for a and moment")]
    [InlineData("a,ICD,1,,A,A,kg,kg,0,1,no,,optional,forbidden,measured,,,\n", "code system ICD")]
    [InlineData("a,LOINC,1,,A,A,kg,kg,0,1,no,b,optional,forbidden,measured,,,\n", "components of \"b\"")]
    [InlineData("a,LOINC,1,2,A,A,kg,kg,0,1,no,,optional,forbidden,measured,,,\nb,LOINC,2,,B,B,kg,kg,0,1,no,,optional,forbidden,measured,,,\n", "2 rows of the code \"2\"")]
    public void A_broken_table_refuses_to_load_and_says_why(string rows, string words)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Head + Columns + rows);
            var refused = Assert.Throws<FormatException>(() => MeasureTable.From(ReferenceTable.Read(path)));
            Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
