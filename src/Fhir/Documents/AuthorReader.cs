using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Terminology;

namespace MonEspaceSante.Fhir.Documents;

/// <summary>Reads who wrote a document: contained people, organisations and devices, or references that identify or name them.</summary>
internal static class AuthorReader
{
    // More than any document has; each costs a walk through the contained resources.
    private const int Most = 50;

    // The name of an author who is the patient: documents of patients need not say who that is.
    private const string Holder = "Titulaire";

    // What a FINESS number is called among the national identifiers of structures.
    private const string FinessKind = "1";

    public static ValueList<Author> Read(FhirNode resource, Faults faults)
    {
        var authors = new List<Author>();
        var references = resource.Each("author").Take(Most + 1).ToList();
        if (references.Count > Most)
        {
            faults.Add(FhirRefusals.TooManyElements, resource.PathOf("author"));
        }

        foreach (var reference in references)
        {
            authors.Add(One(reference, resource, faults));
        }

        if (authors.Count == 0)
        {
            faults.Add(FhirRefusals.ElementMissing, resource["author"].Path);
        }

        return authors.ToValueList();
    }

    /// <summary>Whom <paramref name="reference"/>, an element of <paramref name="resource"/>, points at.</summary>
    public static Author One(FhirNode reference, FhirNode resource, Faults faults)
    {
        var before = faults.Found.Count;
        var author = Referenced(reference, resource, faults);
        if (author is { Id: null, Name: null, Organisation: null } && faults.Found.Count == before)
        {
            faults.Add(DocumentFaults.AuthorUnidentified, reference.Path);
        }

        return author;
    }

    private static Author Referenced(FhirNode reference, FhirNode resource, Faults faults)
    {
        var (author, target) = Follow(reference, resource, faults);
        if (target.Type?.Name is "PractitionerRole")
        {
            // One step further and no more: a role that leads to a role is a circle.
            var (person, _) = Follow(target["practitioner"], resource, faults);
            var (organisation, _) = Follow(target["organization"], resource, faults);
            author = Merge(Merge(author, person), organisation with { Name = null });
        }

        var isPatient = reference["reference"].Text is { } text && text == resource["subject"]["reference"].Text;
        return isPatient ? author with { Name = author.Name ?? Holder } : author;
    }

    private static (Author Author, FhirNode Target) Follow(FhirNode reference, FhirNode resource, Faults faults)
    {
        var author = Identified(reference["identifier"], faults) with { Name = reference["display"].Text };
        if (reference["reference"].Text is not ['#', .. var id])
        {
            return (author, default);
        }

        if (Contained.Find(resource, id) is { Exists: true } contained)
        {
            return (Merge(author, Resource(contained, faults)), contained);
        }

        faults.Add(FhirRefusals.ReferenceUnresolved, reference["reference"].Path);
        return (author, default);
    }

    private static Author Resource(FhirNode contained, Faults faults) =>
        contained.Each("identifier").Aggregate(
            new Author(null, NameOf(contained)), (author, identifier) => Merge(author, Identified(identifier, faults)));

    private static string? NameOf(FhirNode contained) => contained.Type?.Name switch
    {
        "Organization" => contained["name"].Text,
        "Device" => contained.Each("deviceName").Select(name => name["name"].Text).FirstOrDefault(name => name is not null),
        _ => contained.Each("name").Select(HumanName).FirstOrDefault(name => name is not null),
    };

    private static string? HumanName(FhirNode name) =>
        name["text"].Text ?? (string.Join(' ', [.. name.Each("given").Select(given => given.Text), name["family"].Text]).Trim() is { Length: > 0 } parts ? parts : null);

    private static Author Identified(FhirNode identifier, Faults faults)
    {
        var value = identifier["value"].Text;
        switch (identifier["system"].Text)
        {
            case ProfessionalId.System when ProfessionalId.TryParse(value, null, out var professional):
                return new(professional, null);
            case CodeSystems.Rpps when Rpps.TryParse(value, null, out var rpps):
                return new(ProfessionalId.Of(rpps), null);
            case StructureId.System when StructureId.TryParse(value, null, out var structure):
                return new(null, null, structure);
            case CodeSystems.Finess when StructureId.TryParse(FinessKind + value, null, out var finess):
                return new(null, null, finess);
            case ProfessionalId.System:
                faults.Add(IdentityRefusals.ProfessionalIdMalformed, identifier["value"].Path);
                break;
            case CodeSystems.Rpps:
                faults.Add(IdentityRefusals.RppsMalformed, identifier["value"].Path);
                break;
            case StructureId.System or CodeSystems.Finess:
                faults.Add(IdentityRefusals.StructureIdMalformed, identifier["value"].Path);
                break;
            default:
                // A number that only its owner understands.
                break;
        }

        return new(null, null);
    }

    private static Author Merge(Author first, Author second) =>
        new(first.Id ?? second.Id, first.Name ?? second.Name, first.Organisation ?? second.Organisation);
}
