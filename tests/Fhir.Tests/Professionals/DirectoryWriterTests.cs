using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Professionals;
using MonEspaceSante.Fhir.Professionals;

namespace MonEspaceSante.Fhir.Tests.Professionals;

public class DirectoryWriterTests
{
    private static readonly Structure Hospital = new(
        "00000000000000aa", "1990000028", "Hôpital fictif des Acacias", "1 AVENUE DES ACACIAS", "99100", "ARVEBAN SUR FICTION", "0199000000");

    private static readonly Situation Cardiology = new(
        "00000000000000bb-1", "00000000000000bb", "Dominique CARDIOLOGUE", new("10", "Médecin"), new("SM04", "Cardiologie"), Hospital);

    [Fact]
    public void A_professional_is_written_with_numbers_qualifications_and_places() => Golden.Approve("practitioner", json => PractitionerWriter.Write(
        json, new("00000000000000bb", Rpps.Parse("99700900220", null), "Docteur", "CARDIOLOGUE", "Dominique", [Cardiology, Cardiology with { Id = "00000000000000bb-2" }])));

    [Fact]
    public void A_professional_of_whom_little_is_known_has_no_empty_element() => Golden.Approve("practitioner-least", json => PractitionerWriter.Write(
        json, new("00000000000000bb", Rpps.Parse("99700900220", null), null, "CARDIOLOGUE", "", [Cardiology with { Speciality = null, Structure = null }])));

    [Fact]
    public void A_situation_names_who_where_and_what() => Golden.Approve("practitioner-role", json => PractitionerRoleWriter.Write(json, Cardiology));

    [Fact]
    public void A_structure_is_written_with_its_numbers_and_address() => Golden.Approve("organization", json => OrganizationWriter.Write(json, Hospital));
}
