using System.Text.Json;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Summary;

/// <summary>References between resources of a summary: each points inside of it, or names what it does not hold.</summary>
internal sealed class SummaryReferences
{
    private readonly HashSet<(string Type, Guid Id)> _held = [];

    public SummaryReferences(Guid patient, IEnumerable<SummaryResource> resources)
    {
        Patient = FullUrl("Patient", patient);
        _held.UnionWith(resources.Select(resource => (resource.Body.Type, resource.Id)));
    }

    /// <summary>The address of the patient.</summary>
    public string Patient { get; }

    /// <summary>The address of a resource: identities are unique within a type only.</summary>
    public static string FullUrl(string type, Guid id) => $"urn:uuid:{Ids.Of(id, type)}";

    /// <summary>Writes <paramref name="resource"/>, its references led into the summary, the rest as it is.</summary>
    public void Write(Utf8JsonWriter json, FhirResource resource)
    {
        var whole = resource.Json.Span;
        var rewritten = new MemoryStream(whole.Length + 256);
        var done = 0;
        foreach (var reference in Of(resource.Root))
        {
            // The place of an element in the text of its resource.
            whole.Overlaps(reference.Raw, out var start);
            rewritten.Write(whole[done..start]);
            rewritten.Write(FhirJson.Bytes(part => Rewrite(part, reference)));
            done = start + reference.Raw.Length;
        }

        rewritten.Write(whole[done..]);
        json.WriteRawValue(rewritten.GetBuffer().AsSpan(0, (int)rewritten.Length));
    }

    // In the order of the text; a reference within a reference goes with it.
    private static IEnumerable<FhirNode> Of(FhirNode node)
    {
        foreach (var child in node.Children())
        {
            if (child.Type?.Name is "Reference")
            {
                yield return child;
                continue;
            }

            foreach (var deeper in Of(child))
            {
                yield return deeper;
            }
        }
    }

    private void Rewrite(Utf8JsonWriter json, FhirNode reference) => json.AddObject(() =>
    {
        var target = reference["reference"].Text;
        var address = target is ['#', ..] ? target : IsPatient(reference, target) ? Patient : Held(target);
        if (address is not null)
        {
            json.WriteString("reference", address);
            json.WriteStringIfAny("display", reference["display"].Text);
            return;
        }

        // Not of the summary: what is known of it stays, the way to it does not.
        var identifier = reference["identifier"];
        var identified = identifier["value"].Exists && !identifier["assigner"].Exists;
        if (identified)
        {
            json.WritePropertyName("identifier");
            identifier.WriteTo(json);
        }

        json.WriteStringIfAny("display", reference["display"].Text ?? (identified ? null : "—"));
    });

    // Every resource of a space is about its holder, however it names them: a solution's own number for them is not for others.
    private static bool IsPatient(FhirNode reference, string? target) =>
        reference.Name is "subject" or "patient" || target?.StartsWith("Patient/", StringComparison.Ordinal) == true;

    private string? Held(string? target)
    {
        if (target?.Split('/') is not [var type, var id])
        {
            return null;
        }

        var thing = ResourceId.TryParse(id, out var whole) ? whole.Thing : Guid.TryParseExact(id, "N", out var part) ? part : (Guid?)null;
        return thing is { } known && _held.Contains((type, known)) ? FullUrl(type, known) : null;
    }
}
