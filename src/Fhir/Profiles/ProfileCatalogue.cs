using System.Diagnostics.CodeAnalysis;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Measures;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Paths;
using MonEspaceSante.Fhir.Validation;

namespace MonEspaceSante.Fhir.Profiles;

/// <summary>The French profiles that are checked here: PDSm, MES and ANS measures, FR Core INS, GAP.</summary>
public sealed class ProfileCatalogue
{
    private readonly Dictionary<string, ValidationProfile> _byUrl = new(StringComparer.Ordinal);

    /// <summary>The catalogue, with the profiles of the measures of <paramref name="measures"/>.</summary>
    public ProfileCatalogue(MeasureTable measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        All =
        [
            PdsmProfiles.DocumentReference, PdsmProfiles.SimplifiedPublish, PdsmListProfiles.SubmissionSet, PdsmListProfiles.Folder, PdsmListProfiles.ProvideDocuments,
            FrCoreProfiles.PatientIns, AgendaProfiles.Appointment, AgendaProfiles.Schedule, AgendaProfiles.Slot,
            MeasureProfiles.Device, .. MeasureProfiles.Of(measures),
        ];
        foreach (var profile in All)
        {
            foreach (var url in profile.Aliases.Prepend(profile.Url))
            {
                _byUrl.Add(url, profile);
            }
        }
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<ValidationProfile> All { get; }

    /// <summary>The profile <paramref name="canonical"/>, by any of its names; a version after a bar is left aside.</summary>
    public bool TryFind(string canonical, [NotNullWhen(true)] out ValidationProfile? profile)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        return _byUrl.TryGetValue(canonical.Split('|')[0], out profile);
    }

    /// <summary>
    /// All that is wrong with <paramref name="resource"/> by FHIR R4, and by each profile of this catalogue that it, or an entry of it, claims in
    /// <c>meta.profile</c>; the first hundred findings.
    /// </summary>
    /// <param name="resource">What was read.</param>
    /// <param name="profile">A profile that it must follow whether it claims it or not.</param>
    public IReadOnlyList<Refusal> Validate(FhirResource resource, ValidationProfile? profile = null)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return Validator.Validate(resource, (scope, findings) =>
        {
            profile?.Check(scope, resource.Root, findings);
            CheckClaims(scope, resource.Root, findings);
            foreach (var entry in resource.Root.Each("entry"))
            {
                CheckClaims(scope, entry["resource"], findings);
            }
        });
    }

    private void CheckClaims(PathScope scope, FhirNode resource, Findings findings)
    {
        foreach (var claim in resource["meta"].Each("profile"))
        {
            if (claim.Text is { } canonical && TryFind(canonical, out var profile))
            {
                profile.Check(scope, resource, findings);
            }
        }
    }
}
