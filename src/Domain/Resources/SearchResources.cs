using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;

namespace MonEspaceSante.Domain.Resources;

/// <summary>Someone searches the resources of one type. Who may not come in, and what may not be seen, look like an empty space.</summary>
/// <param name="Type">The type.</param>
/// <param name="Query">What is searched for.</param>
/// <param name="Context">In which circumstances.</param>
public sealed record SearchResources(string Type, ResourceQuery Query, AccessContext Context);

/// <summary>A page of resources.</summary>
/// <param name="Page">What matches.</param>
/// <param name="Included">What is told with it, each once; not counted.</param>
public sealed record FoundResources(Page<KeptResource> Page, ValueList<KeptResource> Included);
