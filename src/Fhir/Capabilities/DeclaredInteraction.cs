namespace MonEspaceSante.Fhir.Capabilities;

/// <summary>An interaction that the API offers, declared by the route that serves it.</summary>
/// <param name="Resource">Type of resource; <see langword="null"/> for one of the whole system (transaction, batch).</param>
/// <param name="Interaction">Code of R4: read, vread, create, search-type, patch, history-instance, transaction, batch…</param>
/// <param name="Search">Search parameters that it understands.</param>
public sealed record DeclaredInteraction(string? Resource, string Interaction, params IReadOnlyList<DeclaredSearchParameter> Search);

/// <summary>A search parameter that the API understands.</summary>
/// <param name="Name">As it stands in a request.</param>
/// <param name="Type">Code of R4: token, date, reference, string, uri, number…</param>
public sealed record DeclaredSearchParameter(string Name, string Type);

/// <summary>What a CapabilityStatement says besides the interactions.</summary>
/// <param name="FhirBase">Address of the FHIR endpoint, without a slash at the end.</param>
/// <param name="Version">Version of the software.</param>
/// <param name="Date">When the statement last changed: the build's date, not the request's.</param>
/// <param name="Formats">Media types that are read and written.</param>
public sealed record CapabilityHeading(string FhirBase, string Version, DateTimeOffset Date, IReadOnlyList<string> Formats);
