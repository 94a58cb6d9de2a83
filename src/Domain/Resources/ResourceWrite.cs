using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;

namespace MonEspaceSante.Domain.Resources;

/// <summary>Something is done to one resource, as a part of <see cref="CarryOut"/>. A closed family.</summary>
/// <param name="Type">Type of the resource.</param>
/// <param name="Place">Where it stands in what was sent, for refusals to point at.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "write")]
[JsonDerivedType(typeof(Record), "record")]
[JsonDerivedType(typeof(Revise), "revise")]
[JsonDerivedType(typeof(Remove), "remove")]
public abstract record ResourceWrite(string Type, string Place)
{
    /// <summary>A new resource, under the identity <see cref="CarryOut.IdOf"/>.</summary>
    /// <param name="Draft">The resource.</param>
    /// <param name="Place">Where it stands in what was sent.</param>
    /// <param name="Unless">Nothing is made where one resource matches all of these (If-None-Exist): that one is answered instead.</param>
    public sealed record Record(ResourceDraft Draft, string Place, ValueList<Clause>? Unless = null) : ResourceWrite(Draft.Type, Place);

    /// <summary>A new version of a resource.</summary>
    /// <param name="Draft">The resource from now on.</param>
    /// <param name="Place">Where it stands in what was sent.</param>
    /// <param name="Id">Which resource, where it is named by its identity.</param>
    /// <param name="Where">Which resource, where it is found instead: made anew where none matches (conditional update).</param>
    /// <param name="IfVersion">Only if this is its version (If-Match).</param>
    public sealed record Revise(ResourceDraft Draft, string Place, Guid? Id = null, ValueList<Clause>? Where = null, int? IfVersion = null)
        : ResourceWrite(Draft.Type, Place);

    /// <summary>A resource goes; its history stays.</summary>
    /// <param name="Type">Its type.</param>
    /// <param name="Place">Where it stands in what was sent.</param>
    /// <param name="Id">Which resource.</param>
    /// <param name="IfVersion">Only if this is its version (If-Match).</param>
    public sealed record Remove(string Type, string Place, Guid Id, int? IfVersion = null) : ResourceWrite(Type, Place);
}

/// <summary>What became of a resource.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Version">The version that stands, or that was removed.</param>
/// <param name="At">Since when.</param>
/// <param name="Effect">What was done.</param>
public sealed record ResourceReceipt(string Type, Guid Id, int Version, DateTimeOffset At, ResourceEffect Effect);

/// <summary>What a write did.</summary>
public enum ResourceEffect
{
    /// <summary>Nothing: it stands so already.</summary>
    None,

    /// <summary>Made.</summary>
    Recorded,

    /// <summary>A new version.</summary>
    Revised,

    /// <summary>Gone.</summary>
    Removed,
}
