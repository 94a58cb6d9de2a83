using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Paths;
using MonEspaceSante.Fhir.Validation;

namespace MonEspaceSante.Fhir.Profiles;

/// <summary>The matricules of a person have their layout and their key. A NIR for billing is none of them.</summary>
internal sealed class InsRule : ProfileRule
{
    private static readonly FhirPath Numbers = FhirPath.Compile(
        "identifier.where(system.matches('^urn:oid:1\\\\.2\\\\.250\\\\.1\\\\.213\\\\.1\\\\.4\\\\.(8|9|10|11)$') and type.coding.exists(code = 'NH').not())");

    public override void Check(PathScope scope, FhirNode resource, Findings findings)
    {
        var numbers = new List<FhirNode>();
        Numbers.Select(scope, resource, numbers);
        foreach (var number in numbers)
        {
            if (number["value"] is { HasValue: true } value && Ins.Read(number["system"].Text, value.Text) is { Refusal: { } refusal })
            {
                findings.Add(refusal, value);
            }
        }
    }
}
