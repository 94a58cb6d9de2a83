using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Validation;

/// <summary>What <c>$validate</c> is asked: the resource in the body, or Parameters around it (R4, Resource-validate).</summary>
/// <param name="Resource">What to look at.</param>
/// <param name="Profile">The canonical address of a profile that it must follow; <see langword="null"/> where none is named.</param>
public sealed record ValidationRequest(FhirResource Resource, string? Profile)
{
    /// <summary>Reads <paramref name="body"/>; the parameter <c>profile</c> in it stands above <paramref name="profile"/>, that of the address.</summary>
    public static FhirReading<ValidationRequest> Read(FhirResource body, string? profile)
    {
        ArgumentNullException.ThrowIfNull(body);
        var (resource, named) = (default(FhirNode), profile);
        foreach (var parameter in body.Type == "Parameters" ? body.Root.Each("parameter") : default)
        {
            switch (parameter["name"].Text)
            {
                case "resource":
                    resource = parameter["resource"];
                    break;
                case "profile":
                    named = parameter["value"].Text;
                    break;
            }
        }

        if (!resource.Exists)
        {
            return new(new(body, named), []);
        }

        // Read by itself, so that findings point into the resource and not into what is around it.
        var read = FhirResource.FromJson(resource.Raw.ToArray());
        return new(read.Accepted ? new(read.Value, named) : null, read.Faults);
    }
}
