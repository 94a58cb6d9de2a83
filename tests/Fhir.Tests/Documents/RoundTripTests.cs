using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Patients;

namespace MonEspaceSante.Fhir.Tests.Documents;

public class RoundTripTests
{
    private static readonly DocumentReferenceWriter Writer = new(Reference.Types, World.FhirBase);

    [Fact]
    public void What_is_written_of_a_draft_is_read_again_as_the_same_draft() =>
        Prop.ForAll(Arb.From(Drafts()), draft =>
        {
            var read = Sample.Read(Embedding(draft));

            Assert.Empty(read.Faults);
            Assert.Equal(draft, read.Value!.Draft);
            Assert.Equal(new SubjectKey.ByBoth(World.Ins, World.Space), read.Value.Patient);
        }).QuickCheckThrowOnFailure();

    // As it would have been published: the data instead of the address.
    private static JsonObject Embedding(DocumentDraft draft)
    {
        var sheet = World.Sheet with
        {
            Draft = draft,
            Content = World.Sheet.Content with { Length = Sample.Cda.Length, Sha1 = Convert.ToBase64String(SHA1.HashData(Sample.Cda)) },
        };
        var resource = JsonNode.Parse(FhirJson.Bytes(json => Writer.Write(json, sheet, World.Space, World.Ins)))!.AsObject();
        resource.Attachment().Remove("url");
        resource.Attachment()["data"] = Convert.ToBase64String(Sample.Cda);
        return resource;
    }

    private static Gen<DocumentDraft> Drafts() =>
        from uniqueId in Gen.Elements("urn:oid:1.2.250.1.999.1", "urn:oid:2.0", "urn:uuid:11111111-1111-4111-8111-111111111111")
        from type in Gen.Elements(Reference.Types.All.ToArray())
        from title in Texts()
        from format in Maybe(Gen.Elements("urn:ihe:pharm:pre:2010", "urn:asip:ci-sis:vac:2019"))
        from language in Gen.Elements("fr-FR", "br", "en-GB")
        from created in Instants()
        from start in Gen.OneOf(Instants().Select(at => (DateTimeOffset?)at), Gen.Constant((DateTimeOffset?)null))
        from minutes in Gen.Choose(0, 100_000)
        from ended in Gen.Elements(true, false)
        from facility in Maybe(Coded())
        from setting in Maybe(Coded())
        from authors in Authors().NonEmptyListOf()
        from labels in Gen.Elements(
            Labels.Normal, Labels.Restricted, Labels.VeryRestricted | Labels.HiddenFromProfessionals,
            Labels.Normal | Labels.WithheldFromHolder | Labels.WithheldFromGuardians)
        from replaces in Maybe(Gen.Elements("urn:oid:1.2.3", "urn:uuid:22222222-2222-4222-8222-222222222222"))
        from events in Coded().ListOf()
        from related in Gen.Elements(new OtherId("urn:ietf:rfc:3986", "urn:oid:1.2.3.4"), new OtherId(null, "ACC-1")).ListOf()
        select new DocumentDraft(
            uniqueId, type.Code, type.Class, title, "application/xml", format, language, created, start, ended ? start?.AddMinutes(minutes) : null,
            facility, setting, authors.Take(50).ToValueList(), labels, replaces,
            events.Count > 0 ? events.Take(50).ToValueList() : null, related.Count > 0 ? related.Take(50).ToValueList() : null);

    private static Gen<Author> Authors() =>
        from name in Texts()
        from author in Gen.Elements<Author>(
            new(World.Doctor, name), new(World.Doctor, null), new(World.Doctor, name, World.Clinic), new(null, name, World.Clinic), new(null, null, World.Clinic), new(null, name))
        select author;

    private static Gen<CodedValue> Coded() =>
        from display in Maybe(Texts())
        select new CodedValue("https://system.example", "CODE", display);

    // Quotes, accents, line ends, characters outside of the first plane, but no control characters, which R4 has not: all that a title typed by people may hold.
    private static Gen<string> Texts() =>
        from runes in Gen.Elements("a", " ", "É", "\"", "\\", "’", "<", "&", "\n", "😷", "œ", "+").NonEmptyListOf()
        select string.Concat(runes);

    private static Gen<DateTimeOffset> Instants() =>
        from ticks in Gen.Choose(0, int.MaxValue)
        from quarters in Gen.Choose(-48, 56)
        select new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(15 * quarters)).AddTicks(ticks * 3_000_017L);

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.OneOf(gen.Select(T? (value) => value), Gen.Constant((T?)null));
}
