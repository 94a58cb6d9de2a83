using System.Text.Json.Serialization;

namespace MonEspaceSante.Domain.Search;

/// <summary>A value that is searched for. A closed family: each member finds the indexed values of the same name.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Token), "token")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Moment), "moment")]
[JsonDerivedType(typeof(Quantity), "quantity")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(Uri), "uri")]
[JsonDerivedType(typeof(Presence), "presence")]
public abstract record Sought
{
    private Sought()
    {
    }

    /// <summary>A code: <c>code</c>, <c>system|code</c>, <c>system|</c> or <c>|code</c>.</summary>
    /// <param name="System">Its system; empty for a code without one, <see langword="null"/> for any.</param>
    /// <param name="Code">The code; <see langword="null"/> for any.</param>
    public sealed record Token(string? System, string? Code) : Sought;

    /// <summary>Words: the beginning of a text unless a modifier says otherwise. Also those of <see cref="Modifier.Text"/>.</summary>
    public sealed record Text(string Words) : Sought;

    /// <summary>A date as precise as it was written: every moment from one to another, which is not part of it.</summary>
    public sealed record Moment(Prefix Prefix, DateTimeOffset From, DateTimeOffset To) : Sought;

    /// <summary>A number, as precise as it was written: 5.40 keeps its zero.</summary>
    /// <param name="Prefix">How it compares.</param>
    /// <param name="Value">The number.</param>
    /// <param name="System">System of the unit; <see langword="null"/> for any.</param>
    /// <param name="Code">Code of the unit; <see langword="null"/> for any.</param>
    public sealed record Quantity(Prefix Prefix, decimal Value, string? System = null, string? Code = null) : Sought;

    /// <summary>What a reference points at: a thing of this space, something elsewhere, or an identifier (<see cref="Modifier.Identifier"/>).</summary>
    /// <param name="Type">Its type; <see langword="null"/> for any.</param>
    /// <param name="Thing">Its identity in this space.</param>
    /// <param name="Elsewhere">The reference as written, where it points out of this space.</param>
    /// <param name="System">System of the identifier; empty for one without, <see langword="null"/> for any.</param>
    /// <param name="Identifier">The identifier.</param>
    public sealed record Link(string? Type, Guid? Thing, string? Elsewhere = null, string? System = null, string? Identifier = null) : Sought;

    /// <summary>A URI.</summary>
    public sealed record Uri(string Value) : Sought;

    /// <summary>Whether there is a value at all, for <see cref="Modifier.Missing"/>.</summary>
    public sealed record Presence(bool Missing) : Sought;
}

/// <summary>How a date or a number compares (FHIR R4, search, prefixes).</summary>
public enum Prefix
{
    /// <summary>What is sought contains what is there (eq).</summary>
    Equal,

    /// <summary>It does not (ne).</summary>
    NotEqual,

    /// <summary>Some of what is there is before (lt).</summary>
    Less,

    /// <summary>Before or equal (le).</summary>
    LessOrEqual,

    /// <summary>Some of what is there is after (gt).</summary>
    Greater,

    /// <summary>After or equal (ge).</summary>
    GreaterOrEqual,

    /// <summary>All of what is there is after (sa).</summary>
    StartsAfter,

    /// <summary>All of what is there is before (eb).</summary>
    EndsBefore,

    /// <summary>About (ap): within a tenth of the number, or of the time between the date and now.</summary>
    About,
}
