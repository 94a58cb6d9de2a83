using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Json;

/// <summary>Reads elements that every resource has.</summary>
internal static class ElementReader
{
    /// <summary>The text of <paramref name="node"/>, a fault where it has none.</summary>
    public static string? Required(FhirNode node, Faults faults)
    {
        if (node.Text is null)
        {
            faults.Add(FhirRefusals.ElementMissing, node.Path);
        }

        return node.Text;
    }

    /// <summary>The time that <paramref name="node"/> names, if any; a fault where it is not one.</summary>
    public static FhirTime? Time(FhirNode node, Faults faults)
    {
        var time = FhirTime.Read(node.Text);
        if (time is null && node.Exists)
        {
            faults.Add(FhirRefusals.ValueInvalid, node.Path);
        }

        return time;
    }

    /// <summary>The first code in a system of <paramref name="concept"/>, if it exists; a fault where it has none.</summary>
    public static CodedValue? Coded(FhirNode concept, Faults faults)
    {
        if (!concept.Exists)
        {
            return null;
        }

        var coding = concept.Each("coding").FirstOrDefault(coding => coding["system"].Text is not null && coding["code"].Text is not null);
        if (coding.Exists)
        {
            return new(coding["system"].Text!, coding["code"].Text!, coding["display"].Text);
        }

        faults.Add(FhirRefusals.ElementMissing, concept.PathOf("coding"));
        return null;
    }
}
