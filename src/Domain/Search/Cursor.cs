using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace MonEspaceSante.Domain.Search;

/// <summary>
/// Where a page ended: the revision of the shelf that all pages of the set are cut from, and the last thing told. Cursors travel in links:
/// what the thing was sorted by is looked up, not carried, since it may be health data.
/// </summary>
/// <param name="Revision">Of the shelf at the first page.</param>
/// <param name="Last">Identity of the last thing.</param>
internal readonly record struct Cursor(int Revision, Guid Last)
{
    private const int Length = 20;

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Cursor cursor)
    {
        Span<byte> bytes = stackalloc byte[Length + 1];
        if (Base64Url.DecodeFromChars(text, bytes, out _, out var written) is not OperationStatus.Done || written != Length)
        {
            cursor = default;
            return false;
        }

        cursor = new(BinaryPrimitives.ReadInt32BigEndian(bytes), new Guid(bytes[4..Length], bigEndian: true));
        return true;
    }

    /// <summary>27 letters, digits, hyphens and underscores.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, Revision);
        Last.TryWriteBytes(bytes[4..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }
}
