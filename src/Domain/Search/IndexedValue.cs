using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Search;

/// <summary>One value of one search parameter (FHIR R4, search). A closed family, one member for each way of comparing.</summary>
/// <param name="Parameter">Name of the parameter, without modifier.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Token), "token")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Moment), "moment")]
[JsonDerivedType(typeof(Quantity), "quantity")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(Uri), "uri")]
public abstract record IndexedValue(string Parameter)
{
    /// <summary>A code, an identifier, a flag.</summary>
    /// <param name="Parameter">Name of the parameter.</param>
    /// <param name="System">Its system; <see langword="null"/> where it has none.</param>
    /// <param name="Code">The code; <see langword="null"/> where there are only words.</param>
    /// <param name="Label">Words that go with it, for <see cref="Modifier.Text"/>.</param>
    public sealed record Token(string Parameter, string? System, string? Code, string? Label = null) : IndexedValue(Parameter);

    /// <summary>Words.</summary>
    /// <param name="Parameter">Name of the parameter.</param>
    /// <param name="Exact">As they were written.</param>
    public sealed record Text(string Parameter, string Exact) : IndexedValue(Parameter);

    /// <summary>A date, a moment or a period: every moment from one to another, which is not part of it.</summary>
    public sealed record Moment : IndexedValue
    {
        private readonly long _from;
        private readonly long _to;

        /// <summary>A period. An open end is the earliest or latest moment there is.</summary>
        public Moment(string parameter, DateTimeOffset from, DateTimeOffset to)
            : base(parameter) => (_from, _to) = (from.UtcTicks, to.UtcTicks);

        /// <summary>Its first moment.</summary>
        public DateTimeOffset From => new(_from, TimeSpan.Zero);

        /// <summary>The moment after its last.</summary>
        public DateTimeOffset To => new(_to, TimeSpan.Zero);
    }

    /// <summary>A number, with or without unit; a range has two ends, a number twice the same.</summary>
    /// <param name="Parameter">Name of the parameter.</param>
    /// <param name="Low">The least it may be.</param>
    /// <param name="High">The most it may be.</param>
    /// <param name="System">System of the unit; <see langword="null"/> where it has none.</param>
    /// <param name="Code">Code of the unit, or its words where it has no code; <see langword="null"/> for a bare number.</param>
    public sealed record Quantity(string Parameter, decimal Low, decimal High, string? System = null, string? Code = null) : IndexedValue(Parameter);

    /// <summary>A reference.</summary>
    /// <param name="Parameter">Name of the parameter.</param>
    /// <param name="Type">Type of what it points at, where that is known.</param>
    /// <param name="Thing">What it points at, where that is of this space.</param>
    /// <param name="Elsewhere">The reference as written, where it points out of this space.</param>
    /// <param name="System">System of the identifier that it names its target by.</param>
    /// <param name="Identifier">That identifier.</param>
    public sealed record Link(
        string Parameter, string? Type, Guid? Thing, string? Elsewhere = null, string? System = null, string? Identifier = null) : IndexedValue(Parameter);

    /// <summary>A URI.</summary>
    /// <param name="Parameter">Name of the parameter.</param>
    /// <param name="Value">The URI.</param>
    public sealed record Uri(string Parameter, string Value) : IndexedValue(Parameter);
}
