using System.Xml.Linq;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Fhir.Cda;

/// <summary>A clinical document (HL7 CDA R2): what its header says, and its body.</summary>
/// <remarks>
/// What a header does not say is <see langword="null"/>: software in use leaves much out, and the published examples of the DMP guide have no header at
/// all. A time or a matricule that is none is a fault. The elements of CDA are in brackets.
/// </remarks>
/// <param name="Id">Its identifier (id), the same wherever it travels.</param>
/// <param name="Type">Its type (code).</param>
/// <param name="Title">Its title (title).</param>
/// <param name="CreatedAt">When it was made (effectiveTime).</param>
/// <param name="Confidentiality">Its confidentiality (confidentialityCode): N, R, V.</param>
/// <param name="Language">Its language (languageCode), as BCP 47.</param>
/// <param name="Patient">Whose it is (recordTarget).</param>
/// <param name="Authors">Who wrote it (author), in order.</param>
/// <param name="Custodian">Who keeps it (custodian).</param>
/// <param name="LegalAuthenticator">Who answers for it (legalAuthenticator).</param>
/// <param name="Services">The acts that it documents (documentationOf/serviceEvent), in order.</param>
/// <param name="Encounter">The visit or stay during which they took place (componentOf/encompassingEncounter).</param>
/// <param name="Body">What it says.</param>
public sealed record CdaDocument(
    CdaId? Id, CodedValue? Type, string? Title, CdaTime? CreatedAt, CodedValue? Confidentiality, string? Language, CdaPatient? Patient,
    IReadOnlyList<Author> Authors, Author? Custodian, Author? LegalAuthenticator, IReadOnlyList<CdaService> Services, CdaEncounter? Encounter, CdaBody Body)
{
    /// <summary>Reads <paramref name="content"/>: XML of at most 20,000,000 characters, 100,000 elements and 128 levels, without DTD.</summary>
    /// <returns>The document, or all that is wrong with it: <see cref="CdaRefusals"/>, identities, and types of a level-1 body that are not kept.</returns>
    public static FhirReading<CdaDocument> Read(ReadOnlyMemory<byte> content)
    {
        var faults = new Json.Faults();
        var tree = CdaXml.Load(content);
        if (!tree.Accepted)
        {
            faults.Add(tree.Refusal, CdaHeaderReader.Root);
            return new(null, faults.Found);
        }

        var document = CdaHeaderReader.Read(tree.Value, faults);
        return new(faults.Found.Count == 0 ? document : null, faults.Found);
    }
}

/// <summary>The identifier of a document: an OID or a UUID, and maybe more (HL7 V3, II).</summary>
/// <param name="Root">OID in numbers, or UUID in lower case.</param>
/// <param name="Extension">What the root's owner adds to it.</param>
public sealed record CdaId(string Root, string? Extension)
{
    /// <summary>Whether the unique identifier <paramref name="uniqueId"/> of a deposit means this one.</summary>
    /// <remarks>XDS writes root^extension, which is no URI: software makes the extension one more arc of the OID, or leaves it out.</remarks>
    public bool IsMeantBy(string uniqueId) =>
        uniqueId == $"urn:uuid:{Root}" || uniqueId == $"urn:oid:{Root}" || uniqueId == $"urn:oid:{Root}.{Extension}";
}

/// <summary>The person that a document is about.</summary>
/// <param name="Ins">The matricule INS, where the document gives one.</param>
/// <param name="BirthName">Family name at birth; the one in use where no name is marked as of birth.</param>
/// <param name="GivenNames">Given names, in order.</param>
/// <param name="BirthDate">As the document gives it.</param>
/// <param name="Sex">Registered sex, where it is one of two.</param>
/// <param name="BirthPlace">INSEE code of the birth place.</param>
public sealed record CdaPatient(Ins? Ins, string? BirthName, IReadOnlyList<string> GivenNames, CdaTime? BirthDate, Sex? Sex, string? BirthPlace);

/// <summary>A documented act.</summary>
/// <param name="Code">What it was.</param>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ended.</param>
/// <param name="Performer">Who did it, and where they work.</param>
public sealed record CdaService(CodedValue? Code, CdaTime? Start, CdaTime? End, Author? Performer);

/// <summary>A visit or stay.</summary>
/// <param name="Kind">Consultation, hospital stay…</param>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ended.</param>
/// <param name="Facility">Kind of facility where it took place (TRE_R02).</param>
public sealed record CdaEncounter(CodedValue? Kind, CdaTime? Start, CdaTime? End, CodedValue? Facility);

/// <summary>The body of a document. A closed family.</summary>
public abstract record CdaBody
{
    private CdaBody()
    {
    }

    /// <summary>No body: a header alone.</summary>
    public sealed record None : CdaBody;

    /// <summary>A file of another format (level 1, nonXMLBody).</summary>
    /// <param name="ContentType">Its media type; the file is of it.</param>
    /// <param name="Content">The file.</param>
    public sealed record Level1(string ContentType, ReadOnlyMemory<byte> Content) : CdaBody;

    /// <summary>Sections of text (level 3, structuredBody; level 2 is the same without entries), for <see cref="CdaPage"/> to show.</summary>
    public sealed record Level3 : CdaBody
    {
        internal Level3(XElement sections) => Sections = sections;

        internal XElement Sections { get; }
    }
}
