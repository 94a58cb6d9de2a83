using Microsoft.Net.Http.Headers;

namespace MonEspaceSante.Api.Documents;

/// <summary>Which bytes of a content a request asks for (RFC 9110, section 14): one range; several, or none that fits, mean the whole.</summary>
/// <param name="Offset">The first byte.</param>
/// <param name="Length">How many.</param>
/// <param name="Partial">Not the whole.</param>
internal readonly record struct ContentRange(long Offset, long Length, bool Partial)
{
    public static ContentRange Of(HttpRequest request, long length)
    {
        var whole = new ContentRange(0, length, false);
        if (!RangeHeaderValue.TryParse(request.Headers.Range.ToString(), out var header) || header.Unit != "bytes" || header.Ranges.Count != 1)
        {
            return whole;
        }

        var range = header.Ranges.Single();
        var from = range.From ?? Math.Max(0, length - (range.To ?? 0));
        var to = range.From is null ? length - 1 : Math.Min(range.To ?? length - 1, length - 1);
        return from <= to && from < length ? new(from, to - from + 1, true) : whole;
    }
}
