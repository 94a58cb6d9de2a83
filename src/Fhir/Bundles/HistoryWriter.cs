using System.Globalization;
using System.Text.Json;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Resources;

namespace MonEspaceSante.Fhir.Bundles;

/// <summary>Writes all that became of a resource: a Bundle of the type history, the latest first.</summary>
public static class HistoryWriter
{
    /// <summary>Writes <paramref name="history"/>.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="fhirBase">Address of the FHIR endpoint, without a slash at the end.</param>
    /// <param name="id">Logical id of the resource.</param>
    /// <param name="history">Its versions, at least one, or its removal.</param>
    public static void Write(Utf8JsonWriter json, string fhirBase, ResourceId id, ResourceHistory history)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(history);
        var address = $"{fhirBase}/{history.Removed?.Type ?? history.Versions[0].Type}/{id}";
        json.AddObject(() =>
        {
            json.WriteString("resourceType", "Bundle");
            json.WriteString("type", "history");
            json.WriteNumber("total", history.Versions.Count + (history.Removed is null ? 0 : 1));
            json.WriteArray("link", () => json.AddObject(() =>
            {
                json.WriteString("relation", "self");
                json.WriteString("url", $"{address}/_history");
            }));
            json.WriteArray("entry", () =>
            {
                if (history.Removed is { } removed)
                {
                    WriteEntry(json, address, "DELETE", "204 No Content", removed.Version, removed.At, null);
                }

                foreach (var version in history.Versions)
                {
                    var (method, status) = version.Version == 1 ? ("POST", "201 Created") : ("PUT", "200 OK");
                    WriteEntry(json, address, method, status, version.Version, version.UpdatedAt,
                        () => KeptBody.Write(json, version.Body, id, version.Version, version.UpdatedAt));
                }
            });
        });
    }

    private static void WriteEntry(
        Utf8JsonWriter json, string address, string method, string status, int version, DateTimeOffset at, Action? resource) => json.AddObject(() =>
    {
        json.WriteString("fullUrl", address);
        if (resource is not null)
        {
            json.WritePropertyName("resource");
            resource();
        }

        json.WriteObject("request", () =>
        {
            json.WriteString("method", method);
            var path = address.Split('/');
            json.WriteString("url", method is "POST" ? path[^2] : $"{path[^2]}/{path[^1]}");
        });
        json.WriteObject("response", () =>
        {
            json.WriteString("status", status);
            json.WriteString("etag", string.Create(CultureInfo.InvariantCulture, $"W/\"{version}\""));
            json.WriteInstant("lastModified", at);
        });
    });
}
