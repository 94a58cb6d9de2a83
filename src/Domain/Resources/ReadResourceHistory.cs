using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Resources;

/// <summary>Someone asks for every version of one resource, its removal included.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Context">In which circumstances.</param>
public sealed record ReadResourceHistory(string Type, Guid Id, AccessContext Context);

/// <summary>The versions of a resource.</summary>
/// <param name="Versions">The latest first.</param>
/// <param name="Removed">Its removal, where it is gone.</param>
public sealed record ResourceHistory(ValueList<KeptResource> Versions, RemovedResource? Removed);
