using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Paths;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Validation;

/// <summary>Whether a reference points at a type of resource that may stand there.</summary>
/// <remarks>What it points at is known from the reference or from the body, or not at all.</remarks>
internal static class ReferenceCheck
{
    public static void Check(PathScope scope, FhirNode reference, TypeSchema[] targets, Findings findings)
    {
        if (targets.Length == 0)
        {
            return;
        }

        var address = reference["reference"];
        var named = address.HasValue ? ReferenceAddress.TypeIn(address.Raw[1..^1]) : null;
        var type = named ?? TypeOf(scope.Referenced.Find(new PathValue(reference)));
        if (type is not null && !Array.Exists(targets, type.Is))
        {
            findings.Add(ValidationRefusals.TargetWrong, address.Exists ? address : reference);
        }
    }

    private static TypeSchema? TypeOf(PathValue? found) => found switch
    {
        { Kind: PathValueKind.Node } node => node.Node.Type,
        { Text: { } name } when R4.TryType(name, out var type) && type.IsResource => type,
        _ => null,
    };
}
