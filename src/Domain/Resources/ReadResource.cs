using MonEspaceSante.Domain.Access;

namespace MonEspaceSante.Domain.Resources;

/// <summary>Someone asks for one resource. What may not be seen does not exist for them.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Context">In which circumstances.</param>
/// <param name="Version">Which version; <see langword="null"/> for the one that stands.</param>
public sealed record ReadResource(string Type, Guid Id, AccessContext Context, int? Version = null);
