using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MonEspaceSante.Papers.Pdf;

/// <summary>The numbered objects of a PDF file, and the file itself.</summary>
internal sealed class PdfObjects
{
    private readonly List<byte[]> _objects = [];

    /// <summary>The number of an object that is written later.</summary>
    public int Reserve()
    {
        _objects.Add([]);
        return _objects.Count;
    }

    /// <summary>Writes the object <paramref name="number"/>.</summary>
    public void Set(int number, string body) => _objects[number - 1] = Encoding.Latin1.GetBytes(body);

    /// <summary>Adds an object, and answers its number.</summary>
    public int Add(string body)
    {
        Set(Reserve(), body);
        return _objects.Count;
    }

    /// <summary>Adds a stream. It is not compressed: another version of the compressor would give other bytes.</summary>
    public int AddStream(byte[] content)
    {
        _objects.Add([.. Encoding.Latin1.GetBytes($"<< /Length {content.Length} >>\nstream\n"), .. content, .. "\nendstream"u8]);
        return _objects.Count;
    }

    /// <summary>The file, whose entry is the object <paramref name="catalog"/>.</summary>
    public byte[] Write(int catalog, int info)
    {
        using var file = new MemoryStream();
        // Bytes above 127 tell whoever carries the file that it is not text (7.5.2).
        file.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var places = new List<long>(_objects.Count);
        foreach (var (number, body) in _objects.Index())
        {
            places.Add(file.Position);
            file.Write([.. Encoding.Latin1.GetBytes($"{number + 1} 0 obj\n"), .. body, .. "\nendobj\n"u8]);
        }

        var id = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)).AsSpan(0, 16));
        var start = file.Position;
        var end = new StringBuilder($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => end.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        end.Append(CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {places.Count + 1} /Root {catalog} 0 R /Info {info} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{start}\n%%EOF\n");
        file.Write(Encoding.Latin1.GetBytes(end.ToString()));
        return file.ToArray();
    }

    /// <summary>A text outside of pages, as UTF-16 (7.9.2.2).</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>The text of a line inside the parentheses of a string: its bytes as characters of the same number.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            escaped.Append(c is '(' or ')' or '\\' ? "\\" : "").Append((char)(WinAnsi.Byte(c) ?? (byte)'?'));
        }

        return escaped.ToString();
    }
}
