using static MonEspaceSante.Fhir.Profiles.ProfileRule;

namespace MonEspaceSante.Fhir.Profiles;

/// <summary>People with their INS in FR Core 2.1.0 of Interop'Santé.</summary>
internal static class FrCoreProfiles
{
    /// <summary>Where the profiles of the guide live.</summary>
    public const string Base = "https://hl7.fr/ig/fhir/core/StructureDefinition/";

    private const string BirthPlace = "extension('http://hl7.org/fhir/StructureDefinition/patient-birthPlace')";
    private const string Reliability = "extension('" + Base + "fr-core-identity-reliability')";
    private const string Validated = Reliability + ".extension('identityStatus').value.exists(code = 'VALI')";
    private const string Official = "name.where(use = 'official')";

    /// <summary>A person whose identity was taken from INSi or checked there.</summary>
    public static readonly ValidationProfile PatientIns = new(
        Base + "fr-core-patient-ins", "Patient",
        "FR Core 2.1.0, fr-core-patient-ins (rules fr-core-1 and fr-core-2)",
        [
            Slice("$this", Reliability, 1, int.MaxValue), Slice("$this", BirthPlace, 1, 1),
            Slice(BirthPlace + ".value", $"extension('{Base}fr-core-address-insee-code')", 1, 1),
            Some("identifier"), One("gender"), One("birthDate"),
            Must(ProfileRefusals.GenderWrong, "gender", "$this = 'male' or $this = 'female' or $this = 'unknown'"),
            Slice("$this", Official, 1, 1), Slice(Official, "family", 1, 1), Slice(Official, "given", 1, 1),
            Slice(Official, $"extension('{Base}fr-core-patient-birth-list-given-name')", 1, 1),
            Must(ProfileRefusals.InsMissing, "$this", Validated + " implies (" + string.Join(" or ", Numbers.Select(Exists)) + ")"),
            Must(ProfileRefusals.OfficialNotOne, "$this", Validated + " implies (identifier.where(use = 'official').count() = 1 or " + Exists(Numbers[1]) + ")"),
            .. Numbers.Select(Form), new InsRule(),
        ]);

    // identity.md, §1: the authority that assigns, the code of the type, the uses. A NIR for billing (NH) has the authority of the INS and is none.
    private static (string Authority, string Type, string[] Uses)[] Numbers =>
    [
        ("urn:oid:1.2.250.1.213.1.4.8", "INS-NIR", ["official", "old"]),
        ("urn:oid:1.2.250.1.213.1.4.9", "INS-NIA", ["temp", "old"]),
        ("urn:oid:1.2.250.1.213.1.4.10", "INS-NIR-TEST", ["official"]),
        ("urn:oid:1.2.250.1.213.1.4.11", "INS-NIR-DEMO", ["official"]),
    ];

    private static string Exists((string Authority, string Type, string[] Uses) number) =>
        $"identifier.where(system = '{number.Authority}' and use = '{number.Uses[0]}').exists()";

    private static ProfileRule Form((string Authority, string Type, string[] Uses) number) => Must(
        ProfileRefusals.InsFormWrong, $"identifier.where(system = '{number.Authority}' and type.coding.exists(code = 'NH').not())",
        $"value.exists() and type.coding.exists(code = '{number.Type}') and ({string.Join(" or ", number.Uses.Select(use => $"use = '{use}'"))})");
}
