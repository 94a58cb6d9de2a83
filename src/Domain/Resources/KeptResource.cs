using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;

namespace MonEspaceSante.Domain.Resources;

/// <summary>A resource that a space keeps for others to understand: a measure, an appointment, an allergy. The domain decides who, when, which version.</summary>
/// <param name="Type">Its type, one word.</param>
/// <param name="Id">Its identity: unique within its type and space.</param>
/// <param name="Version">1 for the first.</param>
/// <param name="Body">What was sent, without identity, version and moment: those are the domain's.</param>
/// <param name="Index">What it is found by.</param>
/// <param name="Author">Who wrote this version.</param>
/// <param name="UpdatedAt">When this version was made.</param>
public sealed record KeptResource(string Type, Guid Id, int Version, JsonText Body, SearchIndex Index, Depositor Author, DateTimeOffset UpdatedAt);

/// <summary>What is left of a resource that was removed.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its identity: never given again.</param>
/// <param name="Version">One more than the last that had a body.</param>
/// <param name="Author">Who removed it.</param>
/// <param name="At">When.</param>
public sealed record RemovedResource(string Type, Guid Id, int Version, Depositor Author, DateTimeOffset At);

/// <summary>A resource as its writer sends it.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Body">Without identity, version and moment.</param>
/// <param name="Index">What it is found by.</param>
public sealed record ResourceDraft(string Type, JsonText Body, SearchIndex Index);
