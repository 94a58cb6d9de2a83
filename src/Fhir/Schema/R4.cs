using System.Diagnostics.CodeAnalysis;

namespace MonEspaceSante.Fhir.Schema;

/// <summary>FHIR R4 (4.0.1) as HL7 defines it: its types, their elements and rules, its search parameters. Read once, from an embedded table.</summary>
public static class R4
{
    private static readonly SchemaTable Table = SchemaTable.Read();

    /// <summary>The type <paramref name="name"/>: a resource, a datatype, a primitive, or a part by its path.</summary>
    public static bool TryType(string name, [NotNullWhen(true)] out TypeSchema? type) => Table.Types.TryGetValue(name, out type);

    /// <summary>The type that is known to exist.</summary>
    public static TypeSchema Type(string name) => Table.Types[name];

    /// <summary>The resources that exist: none that only stands for others.</summary>
    public static IEnumerable<TypeSchema> Resources => Table.Types.Values.Where(type => type is { IsResource: true, IsAbstract: false });

    /// <summary>The search parameters of the resources <paramref name="resourceType"/>, with those of all resources.</summary>
    public static IReadOnlyList<SearchParameterSchema> SearchParameters(string resourceType) =>
        Table.SearchOf.TryGetValue(resourceType, out var parameters) ? parameters : [];

    internal static bool TryResource(ReadOnlySpan<byte> name, [NotNullWhen(true)] out TypeSchema? type) => Table.Resources.TryGet(name, out type);
}
