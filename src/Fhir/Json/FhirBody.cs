using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Json;

/// <summary>The way into a body that a mapping reads: a resource of one type, with nothing in it that would change its meaning unknown to us.</summary>
internal static class FhirBody
{
    // After these the rest can still be read, for further faults: nothing is taken away from it but what is wrong.
    private static readonly string[] Harmless =
        [FhirRefusals.ElementUnknown.Code, FhirRefusals.ModifierUnknown.Code, FhirRefusals.ElementShapeWrong.Code, FhirRefusals.ValueInvalid.Code];

    /// <summary>
    /// Reads <paramref name="utf8"/> as a resource of the type <paramref name="resourceType"/>. No element where nothing can be read;
    /// otherwise <paramref name="faults"/> may have some already, and reading on finds others.
    /// </summary>
    public static FhirNode Open(ReadOnlyMemory<byte> utf8, string resourceType, Faults faults)
    {
        var form = new Faults();
        var resource = JsonTapeReader.Read(utf8.Span, form);
        if (resource?.Type != resourceType)
        {
            faults.Add(resource is null ? form.Found[^1] : FhirRefusals.ResourceTypeWrong, resourceType);
            return default;
        }

        foreach (var fault in form.Found)
        {
            faults.Add(fault, fault.Expression!);
        }

        Modifiers.Refuse(resource, faults);
        return faults.Found.All(IsHarmless) ? resource.Root : default;
    }

    private static bool IsHarmless(Refusal fault) => Harmless.Contains(fault.Code);
}
