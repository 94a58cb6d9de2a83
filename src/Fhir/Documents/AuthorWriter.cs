using System.Globalization;
using System.Text.Json;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Documents;

/// <summary>Writes who wrote a document: a contained resource for who is identified, a display for who is only named.</summary>
internal static class AuthorWriter
{
    public static void WriteContained(Utf8JsonWriter json, ValueList<Author> authors)
    {
        if (!authors.Any(IsIdentified))
        {
            return;
        }

        json.WriteArray("contained", () =>
        {
            for (var i = 0; i < authors.Count; i++)
            {
                if (IsIdentified(authors[i]))
                {
                    WriteResource(json, authors[i], IdOf(i));
                }
            }
        });
    }

    public static void WriteReferences(Utf8JsonWriter json, ValueList<Author> authors)
    {
        if (authors.Count == 0)
        {
            return;
        }

        json.WriteArray("author", () =>
        {
            for (var i = 0; i < authors.Count; i++)
            {
                var (author, id) = (authors[i], IdOf(i));
                json.AddObject(() =>
                {
                    if (IsIdentified(author))
                    {
                        json.WriteString("reference", "#" + id);
                    }

                    json.WriteStringIfAny("display", author.Name);
                });
            }
        });
    }

    private static void WriteResource(Utf8JsonWriter json, Author author, string id) => json.AddObject(() =>
    {
        json.WriteString("resourceType", author switch
        {
            { Id: not null, Organisation: not null } => "PractitionerRole",
            { Id: not null } => "Practitioner",
            _ => "Organization",
        });
        json.WriteString("id", id);
        switch (author)
        {
            case { Id: { } professional, Organisation: { } structure }:
                json.WriteObject("practitioner", () => json.WriteIdentifier("identifier", ProfessionalId.System, professional.Value));
                json.WriteObject("organization", () => json.WriteIdentifier("identifier", StructureId.System, structure.Value));
                break;
            case { Id: { } professional }:
                json.WriteArray("identifier", () => json.AddIdentifier(ProfessionalId.System, professional.Value));
                break;
            case { Organisation: { } structure }:
                json.WriteArray("identifier", () => json.AddIdentifier(StructureId.System, structure.Value));
                break;
        }
    });

    private static bool IsIdentified(Author author) => author.Id is not null || author.Organisation is not null;

    private static string IdOf(int index) => "author-" + (index + 1).ToString(CultureInfo.InvariantCulture);
}
