using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Patients;
using MonEspaceSante.Fhir.Terminology;
using MonEspaceSante.Fhir.Validation;

namespace MonEspaceSante.Fhir.Consents;

/// <summary>A decision that the holder wants, as a Consent says it.</summary>
/// <param name="Patient">Whose; <see langword="null"/> where it does not say.</param>
/// <param name="Active">Whether it is to hold; else it is taken back.</param>
/// <param name="Permits">Whether it lets in or keeps out.</param>
/// <param name="Subject">Whom it is about; none where it is about everybody.</param>
/// <param name="Name">Their name.</param>
/// <param name="From">From when, where it says so.</param>
/// <param name="Until">To when, where it says so.</param>
public sealed record WantedConsent(
    SubjectKey? Patient, bool Active, bool Permits, AccessSubject? Subject, string Name, DateTimeOffset? From, DateTimeOffset? Until);

/// <summary>
/// Reads a Consent of R4. What would narrow it in a way that is not kept here (a kind of data, an act, a label, an exception) is refused: it must not
/// be recorded as wider than the holder meant.
/// </summary>
public static class ConsentReader
{
    private const string Type = "Consent";

    private static readonly string[] Narrowing = ["action", "securityLabel", "class", "code", "dataPeriod", "data", "provision"];

    /// <summary>Reads <paramref name="resource"/>.</summary>
    public static FhirReading<WantedConsent> Read(FhirResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (resource.Type != Type)
        {
            return new(null, [FhirRefusals.ResourceTypeWrong.At(resource.Type)]);
        }

        var found = Validator.Validate(resource);
        if (found.Count > 0)
        {
            return new(null, found);
        }

        var (faults, root) = (new Faults(), resource.Root);
        Modifiers.Refuse(resource, faults);
        var wanted = Read(root, faults);
        return new(faults.Found.Count == 0 ? wanted : null, faults.Found);
    }

    private static WantedConsent Read(FhirNode root, Faults faults)
    {
        if (!root["scope"].Each("coding").Any(coding => coding["code"].Text is ConsentCodes.Privacy))
        {
            faults.Add(FhirRefusals.ValueInvalid, root.PathOf("scope"));
        }

        var provision = root["provision"];
        if (provision["type"].Text is not { } type)
        {
            faults.Add(FhirRefusals.ElementMissing, provision["type"].Path);
            type = "";
        }

        foreach (var narrowing in Narrowing.Select(name => provision[name]).Where(element => element.Exists))
        {
            faults.Add(FhirRefusals.ElementForbidden, narrowing.Path);
        }

        var actors = provision.Each("actor").ToList();
        if (actors.Count > 1)
        {
            faults.Add(FhirRefusals.TooManyElements, actors[1].Path);
        }

        var whom = actors is [var actor, ..] ? actor["reference"] : default;
        var patient = root["patient"] is { Exists: true } subject ? SubjectReader.Read(subject, root, faults) : null;
        return new(
            patient, Status(root["status"], faults), type is "permit", whom.Exists ? Subject(whom, faults) : null, whom["display"].Text ?? "",
            FhirTime.Read(provision["period"]["start"].Text)?.First, FhirTime.Read(provision["period"]["end"].Text)?.Last);
    }

    private static bool Status(FhirNode status, Faults faults)
    {
        if (status.Text is not ("active" or "inactive" or "rejected"))
        {
            faults.Add(FhirRefusals.ValueInvalid, status.Path);
        }

        return status.Text is "active";
    }

    private static AccessSubject? Subject(FhirNode reference, Faults faults)
    {
        var identifier = reference["identifier"];
        switch (identifier["system"].Text)
        {
            case ProfessionalId.System when ProfessionalId.TryParse(identifier["value"].Text, null, out var professional):
                return AccessSubject.Of(professional);
            case CodeSystems.Rpps when Rpps.TryParse(identifier["value"].Text, null, out var rpps):
                return AccessSubject.Of(ProfessionalId.Of(rpps));
            case StructureId.System when StructureId.TryParse(identifier["value"].Text, null, out var structure):
                return AccessSubject.Of(structure);
            default:
                faults.Add(identifier.Exists ? FhirRefusals.ValueInvalid : FhirRefusals.ElementMissing, identifier.Path);
                return null;
        }
    }
}
