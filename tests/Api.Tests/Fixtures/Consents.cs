using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Fixtures;

/// <summary>Consents of R4 as a client writes them.</summary>
public static class Consents
{
    /// <summary>A consent about the specialist, or about who is named.</summary>
    public static string About(bool permits = true, string? actor = null, string? id = null, string status = "active", string period = "") => Of(
        permits, $$""" {{period}}"actor":[{"role":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ParticipationType","code":"IRCP"}]},"reference":{{actor ?? Specialist}} }]""",
        id, status);

    /// <summary>A choice for emergencies.</summary>
    public static string Choice(string id, string purpose, bool permits, string status = "active") => Of(
        permits, $$""" "purpose":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActReason","code":"{{purpose}}"}]""", id, status);

    /// <summary>A consent whose provision goes on with <paramref name="provision"/>.</summary>
    public static string Of(bool permits, string provision, string? id = null, string status = "active") => $$"""
        {"resourceType":"Consent",{{(id is null ? "" : $"\"id\":\"{id}\",")}}"status":"{{status}}",
         "scope":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/consentscope","code":"patient-privacy"}]},
         "category":[{"coding":[{"system":"http://loinc.org","code":"59284-0"}]}],
         "policyRule":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"{{(permits ? "OPTIN" : "OPTOUT")}}"}]},
         "provision":{"type":"{{(permits ? "permit" : "deny")}}",{{provision}} }
        }
        """;

    private static string Specialist =>
        $$"""{"type":"Practitioner","identifier":{"system":"https://rpps.esante.gouv.fr","value":"{{DevelopmentPeople.Specialist.Rpps}}"},"display":"Dominique CARDIOLOGUE"}""";
}
