using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Patients;

/// <summary>Reads the reference by which a resource names its patient.</summary>
internal static class SubjectReader
{
    private const string Conditional = "Patient?identifier=";
    private const string Logical = "Patient/";

    // HL7 v2-0203: national health plan identifier, the number that reimbursements go by.
    private const string BillingNumberType = "NH";

    /// <summary>The patient of <paramref name="subject"/>; <see langword="null"/> where a fault was found.</summary>
    public static SubjectKey? Read(FhirNode subject, FhirNode resource, Faults faults)
    {
        var before = faults.Found.Count;
        var identified = subject["identifier"] is { Exists: true } identifier ? Identifier(identifier, faults) : null;
        var (referenced, space) = subject["reference"] is { Exists: true } reference ? Reference(reference, resource, faults) : default;
        if (faults.Found.Count > before)
        {
            return null;
        }

        if (identified is not null && referenced is not null && identified != referenced)
        {
            faults.Add(PatientRefusals.SubjectContradictory, subject.Path);
            return null;
        }

        switch (identified ?? referenced, space)
        {
            case ({ } ins, { } id):
                return new SubjectKey.ByBoth(ins, id);
            case ({ } ins, null):
                return new SubjectKey.ByIns(ins);
            case (null, { } id):
                return new SubjectKey.BySpace(id);
            default:
                faults.Add(subject.Exists ? PatientRefusals.SubjectUnreadable : FhirRefusals.ElementMissing, subject.Path);
                return null;
        }
    }

    private static (Ins? Ins, SpaceId? Space) Reference(FhirNode reference, FhirNode resource, Faults faults)
    {
        switch (reference.Text)
        {
            case ['#', .. var id]:
                return (Contained(reference, id, resource, faults), null);
            case { } text when text.StartsWith(Conditional, StringComparison.Ordinal):
                return (Accept(PatientReader.ReadIdentifier(Uri.UnescapeDataString(text[Conditional.Length..])), reference.Path, faults), null);
            case { } text when text.StartsWith(Logical, StringComparison.Ordinal) && SpaceId.TryParse(text[Logical.Length..], null, out var space):
                return (null, space);
            default:
                faults.Add(PatientRefusals.SubjectUnreadable, reference.Path);
                return default;
        }
    }

    private static Ins? Contained(FhirNode reference, string id, FhirNode resource, Faults faults)
    {
        if (Json.Contained.Find(resource, id) is not { Type.Name: "Patient" } patient)
        {
            faults.Add(FhirRefusals.ReferenceUnresolved, reference.Path);
            return null;
        }

        // Beside the INS a patient may carry the numbers of hospitals and of reimbursements.
        var identifiers = patient.Each("identifier").Where(identifier => !IsBillingNumber(identifier)).ToList();
        var ins = identifiers.FirstOrDefault(identifier => Ins.Read(identifier["system"].Text, identifier["value"].Text).Accepted);
        if (ins.Exists)
        {
            return Identifier(ins, faults);
        }

        return identifiers.Count == 0 ? Missing(patient["identifier"], faults) : Identifier(identifiers[0], faults);
    }

    private static Ins? Identifier(FhirNode identifier, Faults faults)
    {
        if (IsBillingNumber(identifier))
        {
            faults.Add(PatientRefusals.BillingNumber, identifier.Path);
            return null;
        }

        return Accept(Ins.Read(identifier["system"].Text, identifier["value"].Text), identifier.Path, faults);
    }

    private static bool IsBillingNumber(FhirNode identifier) =>
        identifier["type"].Each("coding").Any(coding => coding["code"].Text is BillingNumberType);

    private static Ins? Accept(Domain.Kernel.Outcome<Ins> read, string path, Faults faults)
    {
        if (read.Accepted)
        {
            return read.Value;
        }

        faults.Add(read.Refusal, path);
        return null;
    }

    private static Ins? Missing(FhirNode identifier, Faults faults)
    {
        faults.Add(FhirRefusals.ElementMissing, identifier.Path);
        return null;
    }
}
