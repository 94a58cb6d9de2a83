using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Model;

/// <summary>A resource as it is held: its JSON without blanks, and one row for each element, which says where in that text the element is.</summary>
internal sealed class Tape(byte[] json, Tape.Row[] rows)
{
    /// <summary>Where there is no row; the first row is the resource itself, and child of none.</summary>
    public const int None = 0;

    public byte[] Json => json;

    public ReadOnlySpan<Row> Rows => rows;

    /// <summary>The FHIRPath of the element in <paramref name="row"/>: <c>Observation.component[1].value</c>.</summary>
    public static string Path(ReadOnlySpan<Row> rows, int row)
    {
        var path = new StringBuilder();
        Append(path, rows, row);
        return path.ToString();
    }

    private static void Append(StringBuilder path, ReadOnlySpan<Row> rows, int index)
    {
        ref readonly var row = ref rows[index];
        if (row.Element is null)
        {
            path.Append(row.Type.Name);
            return;
        }

        Append(path, rows, row.Parent);
        path.Append('.').Append(row.Element.Name);
        if (row.Index >= 0)
        {
            path.Append(CultureInfo.InvariantCulture, $"[{row.Index}]");
        }
    }

    /// <summary>An element. A primitive that only has an id or extensions has no text: its length is 0.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal struct Row
    {
        public ElementSchema? Element;
        public TypeSchema Type;
        public int Start;
        public int Length;
        public int Parent;
        public int FirstChild;
        public int Next;

        /// <summary>The place in its list; -1 where the element cannot occur twice.</summary>
        public int Index;
    }
}
