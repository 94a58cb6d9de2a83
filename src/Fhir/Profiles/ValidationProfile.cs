using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Paths;
using MonEspaceSante.Fhir.Validation;

namespace MonEspaceSante.Fhir.Profiles;

/// <summary>What a French guide asks of a resource beyond FHIR R4: our own table of its rules.</summary>
public sealed class ValidationProfile
{
    internal ValidationProfile(string url, string resourceType, string source, params IReadOnlyList<ProfileRule> rules) =>
        (Url, ResourceType, Source, Rules) = (url, resourceType, source, rules);

    /// <summary>Its canonical address, without a version.</summary>
    public string Url { get; }

    /// <summary>Other addresses that it goes by: former names, names in another guide that ask the same.</summary>
    public IReadOnlyList<string> Aliases { get; internal init; } = [];

    /// <summary>The type of resource that it is about.</summary>
    public string ResourceType { get; }

    /// <summary>Where its rules come from: guide, version, page.</summary>
    public string Source { get; }

    internal IReadOnlyList<ProfileRule> Rules { get; }

    internal void Check(PathScope scope, FhirNode resource, Findings findings)
    {
        if (resource.Type?.Name != ResourceType)
        {
            findings.Add(FhirRefusals.ResourceTypeWrong, resource);
            return;
        }

        foreach (var rule in Rules)
        {
            rule.Check(scope, resource, findings);
        }
    }
}
