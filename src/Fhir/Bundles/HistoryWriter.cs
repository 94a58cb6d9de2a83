using System.Globalization;
using System.Text.Json;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Resources;

namespace MonEspaceSante.Fhir.Bundles;

/// <summary>A version of a resource, or its removal.</summary>
/// <param name="Method">The method of HTTP that made it.</param>
/// <param name="Status">How that was answered.</param>
/// <param name="Version">1 for the first.</param>
/// <param name="At">When.</param>
/// <param name="Write">Writes the resource as it was then; <see langword="null"/> where it was removed.</param>
public sealed record HistoryItem(string Method, string Status, int Version, DateTimeOffset At, Action<Utf8JsonWriter>? Write)
{
    /// <summary>A version that a resource of one name was given: made by the first, changed by <paramref name="method"/> since.</summary>
    public static HistoryItem Of(int version, string method, DateTimeOffset at, Action<Utf8JsonWriter> write) =>
        version == 1 ? new("POST", "201 Created", version, at, write) : new(method, "200 OK", version, at, write);
}

/// <summary>Writes all that became of a resource: a Bundle of the type history, the latest first.</summary>
public static class HistoryWriter
{
    /// <summary>Writes <paramref name="history"/>.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="fhirBase">Address of the FHIR endpoint, without a slash at the end.</param>
    /// <param name="id">Logical id of the resource.</param>
    /// <param name="history">Its versions, at least one, or its removal.</param>
    /// <param name="since">Only what became of it from then on (<c>_since</c>).</param>
    public static void Write(Utf8JsonWriter json, string fhirBase, ResourceId id, ResourceHistory history, DateTimeOffset? since = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        var versions = history.Versions.Select(version => HistoryItem.Of(
            version.Version, "PUT", version.UpdatedAt, writer => KeptBody.Write(writer, version.Body, id, version.Version, version.UpdatedAt)));
        IEnumerable<HistoryItem> removal = history.Removed is { } removed ? [new("DELETE", "204 No Content", removed.Version, removed.At, null)] : [];
        Write(json, $"{fhirBase}/{history.Removed?.Type ?? history.Versions[0].Type}/{id}", [.. removal, .. versions], since);
    }

    /// <summary>Writes what became of the resource at <paramref name="address"/>.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="address">Where it is read.</param>
    /// <param name="items">The latest first.</param>
    /// <param name="since">Only what became of it from then on.</param>
    public static void Write(Utf8JsonWriter json, string address, IEnumerable<HistoryItem> items, DateTimeOffset? since = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(items);
        HistoryItem[] told = [.. items.Where(item => since is null || item.At >= since)];
        var asked = since is { } from ? $"?_since={Uri.EscapeDataString(Datatypes.Instant(from))}" : "";
        json.AddObject(() =>
        {
            json.WriteString("resourceType", "Bundle");
            json.WriteString("type", "history");
            json.WriteNumber("total", told.Length);
            json.WriteArray("link", () => json.AddObject(() =>
            {
                json.WriteString("relation", "self");
                json.WriteString("url", $"{address}/_history{asked}");
            }));
            json.WriteArrayIfAny("entry", told, item => WriteEntry(json, address, item));
        });
    }

    private static void WriteEntry(Utf8JsonWriter json, string address, HistoryItem item)
    {
        json.WriteString("fullUrl", address);
        if (item.Write is { } write)
        {
            json.WritePropertyName("resource");
            write(json);
        }

        json.WriteObject("request", () =>
        {
            json.WriteString("method", item.Method);
            var path = address.Split('/');
            json.WriteString("url", item.Method is "POST" ? path[^2] : $"{path[^2]}/{path[^1]}");
        });
        json.WriteObject("response", () =>
        {
            json.WriteString("status", item.Status);
            json.WriteString("etag", string.Create(CultureInfo.InvariantCulture, $"W/\"{item.Version}\""));
            json.WriteInstant("lastModified", item.At);
        });
    }
}
