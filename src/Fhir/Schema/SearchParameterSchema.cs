namespace MonEspaceSante.Fhir.Schema;

/// <summary>A search parameter of FHIR R4 itself.</summary>
/// <param name="Code">Its name in a URL, such as <c>birthdate</c>.</param>
/// <param name="Type">token, reference, string, date, uri, quantity, number, composite or special.</param>
/// <param name="Expression">Where its values are, in FHIRPath; empty where no path says it.</param>
/// <param name="Base">The types of resources that it searches.</param>
/// <param name="Targets">The types of resources that a reference may point at.</param>
/// <param name="Url">Its canonical address.</param>
/// <param name="Components">The parts of a composite parameter.</param>
public sealed record SearchParameterSchema(
    string Code, string Type, string Expression, IReadOnlyList<string> Base, IReadOnlyList<string> Targets,
    string Url, IReadOnlyList<SearchComponentSchema> Components);

/// <summary>A part of a composite search parameter.</summary>
/// <param name="Definition">The canonical address of the parameter that it is searched like.</param>
/// <param name="Expression">Where its values are, in FHIRPath, from an element that the composite parameter finds.</param>
public sealed record SearchComponentSchema(string Definition, string Expression);
