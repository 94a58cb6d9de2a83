using System.Text;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Paths;

/// <summary>Finds what references of a body point at: a contained resource, another entry of the same Bundle, or else only the type that they name.</summary>
internal sealed class ReferencedResources
{
    private readonly Dictionary<string, FhirNode> _byAddress = new(StringComparer.Ordinal);
    private FhirNode _bundle;

    /// <summary>Forgets the body, so that no idle evaluation keeps it alive.</summary>
    public void Forget()
    {
        _bundle = default;
        _byAddress.Clear();
    }

    /// <summary>What <paramref name="reference"/> (a Reference, or a uri) points at; <see langword="null"/> where not even its type is known.</summary>
    public PathValue? Find(PathValue reference)
    {
        var isElement = reference.Kind is PathValueKind.Node && reference.Node.Type is { IsPrimitive: false };
        var address = isElement ? reference.Node["reference"].Text : reference.AsText();
        if (address is ['#', ..])
        {
            return Contained(ContainerOf(reference.Node), address) is { Exists: true } contained ? new PathValue(contained) : null;
        }

        if (address is not null && InBundle(reference.Node, address) is { Exists: true } entry)
        {
            return new PathValue(entry);
        }

        return address is not null && ReferenceAddress.TypeIn(Encoding.UTF8.GetBytes(address)) is { } named ? PathValue.OfElsewhere(named.Name)
            : isElement && reference.Node["type"].Text is { } said ? PathValue.OfElsewhere(said)
            : null;
    }

    /// <summary>The resource that holds <paramref name="node"/> and that no other contains: an entry of a Bundle, a contained resource's container.</summary>
    public static FhirNode ContainerOf(FhirNode node)
    {
        var resource = node.Resource;
        return resource.Exists && resource.Name == "contained" ? resource.Parent.Resource : resource;
    }

    // "#" alone is the container itself.
    private static FhirNode Contained(FhirNode container, string address)
    {
        if (address.Length == 1)
        {
            return container;
        }

        foreach (var contained in container.Each("contained"))
        {
            if (contained["id"].Text is { } id && address.AsSpan(1).SequenceEqual(id))
            {
                return contained;
            }
        }

        return default;
    }

    private FhirNode InBundle(FhirNode node, string address)
    {
        var bundle = OutermostBundle(node);
        if (!bundle.Exists)
        {
            return default;
        }

        if (!_bundle.Exists)
        {
            _bundle = bundle;
            foreach (var entry in bundle.Each("entry"))
            {
                Remember(entry);
            }
        }

        return _byAddress.GetValueOrDefault(address);
    }

    private void Remember(FhirNode entry)
    {
        var resource = entry["resource"];
        if (!resource.Exists)
        {
            return;
        }

        if (entry["fullUrl"].Text is { } fullUrl)
        {
            _byAddress.TryAdd(fullUrl, resource);
        }

        if (resource["id"].Text is { } id)
        {
            _byAddress.TryAdd($"{resource.Type?.Name}/{id}", resource);
        }
    }

    private static FhirNode OutermostBundle(FhirNode node)
    {
        var found = default(FhirNode);
        for (var at = node; at.Exists; at = at.Parent)
        {
            if (at.Type is { Name: "Bundle" })
            {
                found = at;
            }
        }

        return found;
    }
}
