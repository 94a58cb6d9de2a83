using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Paths;

/// <summary>The address that a reference gives: <c>[base/]Type/id[/_history/version]</c>, and others that tell no type.</summary>
internal static class ReferenceAddress
{
    /// <summary>The type of resource that <paramref name="address"/> names; <see langword="null"/> where it names none.</summary>
    public static TypeSchema? TypeIn(ReadOnlySpan<byte> address)
    {
        if (address.LastIndexOf("/_history/"u8) is >= 0 and var history)
        {
            address = address[..history];
        }

        var id = address.LastIndexOf((byte)'/');
        if (id <= 0)
        {
            return null;
        }

        var type = address[..id];
        return R4.TryResource(type[(type.LastIndexOf((byte)'/') + 1)..], out var found) ? found : null;
    }
}
