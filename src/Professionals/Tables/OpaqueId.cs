using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MonEspaceSante.Professionals.Tables;

/// <summary>
/// Logical identities of what the directory holds: the first 64 bits of a SHA-256 digest, so that addresses and logs carry no national number
/// (architecture, decision 5). The numbers are public: the digest keeps them out of addresses, it does not keep them secret.
/// </summary>
internal static class OpaqueId
{
    /// <summary>The identity of the professional with the RPPS number <paramref name="number"/>.</summary>
    public static ulong OfPractitioner(long number) => Of(string.Create(CultureInfo.InvariantCulture, $"practitioner|{number}"));

    /// <summary>The identity of the structure with the national identifier <paramref name="nationalId"/>.</summary>
    public static ulong OfStructure(string nationalId) => Of($"structure|{nationalId}");

    /// <summary>As 16 lower-case hexadecimal digits.</summary>
    public static string Text(ulong id) => id.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The identity written as <paramref name="text"/>, if it is one.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ulong id)
    {
        id = 0;
        return text.Length == 16 && !text.ContainsAnyInRange('A', 'F')
            && ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out id);
    }

    private static ulong Of(string thing) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(thing)));
}

/// <summary>Finds the place of an identity in an array in constant time: open addressing over places, four bytes a slot.</summary>
internal sealed class IdIndex
{
    private const int Free = -1;

    private readonly ulong[] _ids;
    private readonly int[] _slots;

    public IdIndex(ulong[] ids)
    {
        _ids = ids;
        _slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(ids.Length, 1) * 2)];
        Array.Fill(_slots, Free);
        for (var place = 0; place < ids.Length; place++)
        {
            _slots[SlotOf(ids[place])] = place;
        }
    }

    /// <summary>The place of <paramref name="id"/>, or -1.</summary>
    public int Find(ulong id) => _slots[SlotOf(id)];

    /// <summary>The identity at <paramref name="place"/>.</summary>
    public ulong this[int place] => _ids[place];

    // Digests are spread as they are: their low bits are the hash.
    private int SlotOf(ulong id)
    {
        var slot = (int)id & (_slots.Length - 1);
        while (_slots[slot] != Free && _ids[_slots[slot]] != id)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }
}
