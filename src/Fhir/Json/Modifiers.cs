using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Json;

/// <summary>What may change the meaning of the rest in a way that nobody here knows (FHIR R4, modifierExtension and implicitRules): who reads on would read wrongly.</summary>
internal static class Modifiers
{
    /// <summary>A fault for each that <paramref name="resource"/> has, at any depth.</summary>
    public static void Refuse(FhirResource resource, Faults faults)
    {
        // Most resources have none: looking at the bytes is cheaper than at each element.
        if (resource.Json.Span.IndexOf("\"modifierExtension\""u8) >= 0 || resource.Json.Span.IndexOf("\"implicitRules\""u8) >= 0)
        {
            Refuse(resource.Root, faults);
        }
    }

    private static void Refuse(FhirNode node, Faults faults)
    {
        foreach (var child in node.Children())
        {
            if (child.Name is "modifierExtension" or "implicitRules")
            {
                faults.Add(FhirRefusals.ModifierUnknown, child.Path);
            }
            else
            {
                Refuse(child, faults);
            }
        }
    }
}
