namespace MonEspaceSante.Fhir.Capabilities;

/// <summary>An interaction that the API offers, declared by the route that serves it.</summary>
/// <param name="Resource">Type of resource; <see langword="null"/> for one of the whole system (transaction, batch).</param>
/// <param name="Interaction">Code of R4: read, vread, create, search-type, patch, history-instance, transaction, batch…</param>
/// <param name="Search">Search parameters that it understands.</param>
public sealed record DeclaredInteraction(string? Resource, string Interaction, params IReadOnlyList<DeclaredSearchParameter> Search)
{
    /// <summary>
    /// Whether it may be made conditional: a read on news (<c>If-None-Match</c>), a create on there being no match (<c>If-None-Exist</c>), an
    /// update, patch or delete on a match.
    /// </summary>
    public bool Conditional { get; init; }

    /// <summary>What a search can bring along that its matches refer to: <c>Observation:device</c>.</summary>
    public IReadOnlyList<string> Includes { get; init; } = [];

    /// <summary>What a search can bring along that refers to its matches: <c>Observation:derived-from</c>.</summary>
    public IReadOnlyList<string> ReverseIncludes { get; init; } = [];
}

/// <summary>A search parameter that the API understands.</summary>
/// <param name="Name">As it stands in a request.</param>
/// <param name="Type">Code of R4: token, date, reference, string, uri, number…</param>
/// <param name="Definition">The canonical address of its definition, where it is one of R4's.</param>
public sealed record DeclaredSearchParameter(string Name, string Type, string? Definition = null);

/// <summary>An operation that the API offers, declared by the route that serves it.</summary>
/// <param name="Resource">Type of resource; <see langword="null"/> for one of the whole system.</param>
/// <param name="Name">Its name, without the dollar.</param>
/// <param name="Definition">The canonical address of its definition.</param>
public sealed record DeclaredOperation(string? Resource, string Name, string Definition);

/// <summary>All that is declared.</summary>
/// <param name="Interactions">The interactions.</param>
/// <param name="Operations">The operations.</param>
public sealed record DeclaredCapabilities(IReadOnlyCollection<DeclaredInteraction> Interactions, IReadOnlyCollection<DeclaredOperation> Operations);

/// <summary>What a CapabilityStatement says besides the interactions.</summary>
/// <param name="FhirBase">Address of the FHIR endpoint, without a slash at the end.</param>
/// <param name="Version">Version of the software.</param>
/// <param name="Date">When the statement last changed: the build's date, not the request's.</param>
/// <param name="Formats">Media types that are read and written.</param>
public sealed record CapabilityHeading(string FhirBase, string Version, DateTimeOffset Date, IReadOnlyList<string> Formats);
