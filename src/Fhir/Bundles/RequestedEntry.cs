using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Bundles;

/// <summary>What an entry of a batch or a transaction asks for. The order is that in which R4 has a transaction carried out.</summary>
public enum RequestedAction
{
    /// <summary>DELETE of one resource.</summary>
    Delete,

    /// <summary>POST of a new resource.</summary>
    Create,

    /// <summary>PUT of one resource, named by its id or found by a condition.</summary>
    Update,

    /// <summary>GET of one resource, or a search.</summary>
    Read,
}

/// <summary>An entry of a batch or a transaction.</summary>
/// <param name="Action">What it asks for.</param>
/// <param name="Type">The type of resource that its address names.</param>
/// <param name="Id">The logical id that its address names, if it does.</param>
/// <param name="Query">The parameters of its address, without question mark; empty where it has none.</param>
/// <param name="FullUrl">What other entries refer to it by.</param>
/// <param name="Resource">What it sends.</param>
/// <param name="IfMatch">The version tag on which it is conditional.</param>
/// <param name="IfNoneExist">The condition on which it makes nothing.</param>
/// <param name="Place">FHIRPath of the entry.</param>
public sealed record RequestedEntry(
    RequestedAction Action, string Type, string? Id, string Query, string? FullUrl, FhirResource? Resource, string? IfMatch, string? IfNoneExist, string Place);
