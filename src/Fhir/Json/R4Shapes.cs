using System.Collections.Frozen;
using System.Text.Json;

namespace MonEspaceSante.Fhir.Json;

/// <summary>The elements that R4 gives to the types that we read, and their JSON form. Elements we do not map are let through if they are real.</summary>
/// <remarks>HL7 FHIR R4 4.0.1, definitions of the resources and datatypes named below.</remarks>
internal static class R4Shapes
{
    // "name" is a text, "name:boolean", "name:number" and "name:base64" are that, "name:Type" is an object of that type, "…*" is a list of it.
    // "Any" is not mapped, hence not looked into. "+Type" stands for the elements of that type.
    private const string Table = """
        Element              id extension:Extension*
        BackboneElement      id extension:Extension* modifierExtension:Any*
        Resource             resourceType id meta:Meta implicitRules language
        DomainResource       +Resource text:Any contained:Resource* extension:Extension* modifierExtension:Any*
        Meta                 +Element versionId lastUpdated source profile* security:Coding* tag:Coding*
        Identifier           +Element use type:CodeableConcept system value period:Period assigner:Reference
        Reference            +Element reference type identifier:Identifier display
        CodeableConcept      +Element coding:Coding* text
        Coding               +Element system version code display userSelected:boolean
        Period               +Element start end
        HumanName            +Element use text family given* prefix* suffix* period:Period
        Attachment           +Element contentType language data:base64 url size:number hash title creation
        DocumentReference    +DomainResource masterIdentifier:Identifier identifier:Identifier* status docStatus type:CodeableConcept category:CodeableConcept* subject:Reference date author:Reference* authenticator:Reference custodian:Reference relatesTo:DocumentReference.relatesTo* description securityLabel:CodeableConcept* content:DocumentReference.content* context:DocumentReference.context
        DocumentReference.relatesTo +BackboneElement code target:Reference
        DocumentReference.content   +BackboneElement attachment:Attachment format:Coding
        DocumentReference.context   +BackboneElement encounter:Reference* event:CodeableConcept* period:Period facilityType:CodeableConcept practiceSetting:CodeableConcept sourcePatientInfo:Reference related:Reference*
        Bundle               +Resource identifier:Identifier type timestamp total:number link:Any* entry:Bundle.entry* signature:Any
        Bundle.entry         +BackboneElement link:Any* fullUrl resource:Resource search:Any request:Bundle.entry.request response:Any
        Bundle.entry.request +BackboneElement method url ifNoneMatch ifModifiedSince ifMatch ifNoneExist
        List                 +DomainResource identifier:Identifier* status mode title code:CodeableConcept subject:Reference encounter:Reference date source:Reference orderedBy:CodeableConcept note:Any* entry:List.entry* emptyReason:CodeableConcept
        List.entry           +BackboneElement flag:CodeableConcept deleted:boolean date item:Reference
        Binary               +Resource contentType securityContext:Reference data:base64
        Parameters           +Resource parameter:Any*
        Patient              +DomainResource identifier:Identifier* active:boolean name:HumanName* telecom:Any* gender birthDate deceasedBoolean:boolean deceasedDateTime address:Any* maritalStatus:CodeableConcept multipleBirthBoolean:boolean multipleBirthInteger:number photo:Any* contact:Any* communication:Any* generalPractitioner:Reference* managingOrganization:Reference link:Any*
        Practitioner         +DomainResource identifier:Identifier* active:boolean name:HumanName* telecom:Any* address:Any* gender birthDate photo:Any* qualification:Any* communication:CodeableConcept*
        PractitionerRole     +DomainResource identifier:Identifier* active:boolean period:Period practitioner:Reference organization:Reference code:CodeableConcept* specialty:CodeableConcept* location:Reference* healthcareService:Reference* telecom:Any* availableTime:Any* notAvailable:Any* availabilityExceptions endpoint:Reference*
        Organization         +DomainResource identifier:Identifier* active:boolean type:CodeableConcept* name alias* telecom:Any* address:Any* partOf:Reference contact:Any* endpoint:Reference*
        Device               +DomainResource identifier:Identifier* definition:Reference udiCarrier:Any* status statusReason:CodeableConcept* distinctIdentifier manufacturer manufactureDate expirationDate lotNumber serialNumber deviceName:Device.deviceName* modelNumber partNumber type:CodeableConcept specialization:Any* version:Any* property:Any* patient:Reference owner:Reference contact:Any* location:Reference url note:Any* safety:CodeableConcept* parent:Reference
        Device.deviceName    +BackboneElement name type
        """;

    private static readonly FrozenDictionary<string, FrozenDictionary<string, Shape>> Types = Read();

    /// <summary>Finds what <paramref name="node"/>, of the type <paramref name="type"/>, has and R4 has not.</summary>
    public static void Check(FhirNode node, string type, Faults faults)
    {
        if (node.Json.ValueKind is not JsonValueKind.Object)
        {
            faults.Add(FhirRefusals.ElementShapeWrong, node.Path);
            return;
        }

        // Contained resources of types that nothing is read from are not looked into.
        if (!Types.TryGetValue(type is "Resource" ? node["resourceType"].Text ?? "" : type, out var elements))
        {
            return;
        }

        foreach (var property in node.Json.EnumerateObject())
        {
            var child = new FhirNode(property.Value, $"{node.Path}.{property.Name}");
            if (property.Name is "modifierExtension" or "implicitRules")
            {
                faults.Add(FhirRefusals.ModifierUnknown, child.Path);
            }
            else if (elements.TryGetValue(property.Name, out var shape))
            {
                CheckElement(child, shape, faults);
            }
            else if (!IsExtensionOfPrimitive(property.Name, elements))
            {
                faults.Add(FhirRefusals.ElementUnknown, child.Path);
            }
        }
    }

    private static void CheckElement(FhirNode node, Shape shape, Faults faults)
    {
        if (!shape.Many)
        {
            CheckValue(node, shape.Type, faults);
        }
        else if (node.Json.ValueKind is not JsonValueKind.Array)
        {
            faults.Add(FhirRefusals.ElementShapeWrong, node.Path);
        }
        else
        {
            var index = 0;
            foreach (var item in node.Json.EnumerateArray())
            {
                CheckValue(new(item, $"{node.Path}[{index++}]"), shape.Type, faults);
            }
        }
    }

    private static void CheckValue(FhirNode node, string type, Faults faults)
    {
        var kind = node.Json.ValueKind;
        switch (type)
        {
            // An extension that is not a modifier may be ignored, whatever it holds.
            case "Any" or "Extension":
                break;
            case "string" or "base64" when kind is not JsonValueKind.String:
            case "number" when kind is not JsonValueKind.Number:
            case "boolean" when kind is not (JsonValueKind.True or JsonValueKind.False):
                faults.Add(FhirRefusals.ElementShapeWrong, node.Path);
                break;
            case "string" when node.Json.ValueEquals(""u8):
                faults.Add(FhirRefusals.ElementEmpty, node.Path);
                break;
            case "string" or "base64" or "number" or "boolean":
                break;
            default:
                Check(node, type, faults);
                break;
        }
    }

    // FHIR R4, JSON representation: "_status" carries the id and the extensions of the primitive "status".
    private static bool IsExtensionOfPrimitive(string name, FrozenDictionary<string, Shape> elements) =>
        name is ['_', ..] && elements.TryGetValue(name[1..], out var shape) && shape.IsPrimitive;

    private static FrozenDictionary<string, FrozenDictionary<string, Shape>> Read()
    {
        var types = new Dictionary<string, FrozenDictionary<string, Shape>>(StringComparer.Ordinal);
        foreach (var line in Table.Split('\n'))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            types.Add(words[0], words[1..]
                .SelectMany(word => word[0] == '+' ? types[word[1..]].AsEnumerable() : [Shape.Read(word)])
                .ToFrozenDictionary(StringComparer.Ordinal));
        }

        return types.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private sealed record Shape(string Type, bool Many)
    {
        public bool IsPrimitive => Type is "string" or "base64" or "number" or "boolean";

        public static KeyValuePair<string, Shape> Read(string word)
        {
            var parts = word.TrimEnd('*').Split(':');
            return new(parts[0], new(parts.Length > 1 ? parts[1] : "string", word.EndsWith('*')));
        }
    }
}
