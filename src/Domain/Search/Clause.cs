using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Search;

/// <summary>One condition of a query: a parameter has one of several values.</summary>
/// <param name="Parameter">Name of the parameter, without modifier. <c>_id</c> and <c>_lastUpdated</c> are known of everything.</param>
/// <param name="Modifier">How values are compared.</param>
/// <param name="AnyOf">At least one; values that were separated by commas.</param>
public sealed record Clause(string Parameter, Modifier Modifier, ValueList<Sought> AnyOf)
{
    /// <summary>The parameter that every identity is found by, as a <see cref="Sought.Link"/>.</summary>
    public const string Id = "_id";

    /// <summary>The parameter that the moment of the last change is found by.</summary>
    public const string LastUpdated = "_lastUpdated";
}

/// <summary>What changes the comparison (FHIR R4, search, modifiers). <c>:[type]</c> is not here: it is the type of the <see cref="Sought.Link"/>.</summary>
public enum Modifier
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The whole text, case and accents included (:exact).</summary>
    Exact,

    /// <summary>Anywhere in the text (:contains).</summary>
    Contains,

    /// <summary>Nothing has any of the values; nothing at all will do (:not).</summary>
    Not,

    /// <summary>There is a value, or there is none (:missing).</summary>
    Missing,

    /// <summary>The words that go with a code begin so (:text).</summary>
    Text,

    /// <summary>The identifier that a reference names its target by (:identifier).</summary>
    Identifier,

    /// <summary>The URI or one under it (:below).</summary>
    Below,

    /// <summary>The URI or one over it (:above).</summary>
    Above,
}
