namespace MonEspaceSante.Fhir.Schema;

/// <summary>A rule that FHIR gives with a type or an element.</summary>
/// <param name="Key">Its name, such as <c>obs-6</c>.</param>
/// <param name="IsError">Whether breaking it makes the resource wrong; otherwise it is advice.</param>
/// <param name="Human">The rule in English, in HL7's words.</param>
/// <param name="Expression">The rule in FHIRPath; empty for the few that have none.</param>
public sealed record InvariantSchema(string Key, bool IsError, string Human, string Expression);
