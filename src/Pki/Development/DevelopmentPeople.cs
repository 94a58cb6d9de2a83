using System.Collections.Immutable;
using MonEspaceSante.Pki.Professionals;

namespace MonEspaceSante.Pki.Development;

/// <summary>
/// The fictive professionals, staff and organisations who hold a development certificate. Nobody here exists: RPPS begin with 99700, the
/// range kept for tests, FINESS and SIREN with 99.
/// </summary>
public static class DevelopmentPeople
{
    private const string Surgery = "1990000010";
    private const string SurgeryName = "Cabinet médical fictif des Tilleuls";
    private const string Hospital = "1990000028";
    private const string HospitalName = "Hôpital fictif des Acacias";

    /// <summary>Doctor, qualified in general medicine.</summary>
    public static readonly DevelopmentPerson Gp = new("gp", "99700900113", "GENERALISTE", "Camille",
        "10", "Médecin", "SM26", Surgery, SurgeryName);

    /// <summary>Doctor, cardiologist.</summary>
    public static readonly DevelopmentPerson Specialist = new("specialist", "99700900220", "CARDIOLOGUE", "Dominique",
        "10", "Médecin", "SM04", Hospital, HospitalName);

    /// <summary>Optician: a profession to which the access matrix closes most documents.</summary>
    public static readonly DevelopmentPerson Optician = new("optician", "99700900337", "LUNETIER", "Maxime",
        "28", "Opticien-lunetier", null, "1990000036", "Optique fictive du Centre");

    /// <summary>Pharmacist, owner of a pharmacy.</summary>
    public static readonly DevelopmentPerson Pharmacist = new("pharmacist", "99700900444", "APOTHICAIRE", "Claude",
        "21", "Pharmacien", null, "1990000044", "Pharmacie fictive de la Gare");

    /// <summary>Nurse.</summary>
    public static readonly DevelopmentPerson Nurse = new("nurse", "99700900550", "SOIGNANT", "Alix",
        "60", "Infirmier", null, Hospital, HospitalName);

    /// <summary>Doctor of the emergency dispatch centre.</summary>
    public static readonly DevelopmentPerson Dispatcher = new("dispatcher", "99700900782", "REGULATEUR", "Lou",
        "10", "Médecin", "SM59", "1990000069", "SAMU fictif 99");

    /// <summary>A doctor whom the directory says to be struck off; the certificate itself is still good.</summary>
    public static readonly DevelopmentPerson StruckOff = new("bad/struck-off", "99700900667", "RADIE", "Sacha",
        "10", "Médecin", "SM26", Surgery, SurgeryName, Standing.StruckOff);

    /// <summary>Doctor of an occupational health service, qualified in general medicine: only the sector tells what they do there.</summary>
    public static readonly DevelopmentPerson OccupationalDoctor = new("occupational-doctor", "99700900899", "TRAVAIL", "Andrea",
        "10", "Médecin", "SM26", "1990000093", "Service fictif de santé au travail", ActivitySector: "SA66");

    /// <summary>Doctor in the service of a private insurer, as mutuals are.</summary>
    public static readonly DevelopmentPerson InsurersDoctor = new("insurers-doctor", "99700900907", "CONSEIL", "Eden",
        "10", "Médecin", "SM26", "2999900038", "Mutuelle fictive du Lac", ActivitySector: "SA23");

    /// <summary>A secretary of the hospital: holds a CPE card, may feed records and may not consult them.</summary>
    public static readonly DevelopmentStaff Secretary = new("secretary",
        new("3990000028/AGENT-0042", "ACCUEIL", "Morgan", "Secrétaire médical"));

    /// <summary>An agent of the support of the platform's operator, an organisation known by its SIREN.</summary>
    public static readonly DevelopmentStaff Support = new("support",
        new("4999900020/SUPPORT-0007", "ASSISTANCE", "Noa", "Agent d’assistance"));

    /// <summary>A medical laboratory.</summary>
    public static readonly DevelopmentOrganisation Laboratory = new("lab-org",
        new("1990000051", "Laboratoire fictif de la Fontaine", "Paris (75)", "LABO-TEST"));

    /// <summary>An emergency dispatch centre (SAMU, centre 15).</summary>
    public static readonly DevelopmentOrganisation EmergencyDispatch = new("samu-org",
        new("1990000069", "SAMU fictif 99", "Paris (75)", "REGULATION-TEST"));

    /// <summary>The compulsory health insurance, whose file enrols people; known by its SIREN.</summary>
    public static readonly DevelopmentOrganisation Insurer = new("insurer-org",
        new("2999900012", "Caisse fictive d’assurance maladie", "Paris (75)", "ENROLEMENT-TEST"));

    /// <summary>Every professional of the directory, the struck-off one included.</summary>
    public static ImmutableArray<DevelopmentPerson> Professionals { get; } =
        [Gp, Specialist, Optician, Pharmacist, Nurse, Dispatcher, StruckOff, OccupationalDoctor, InsurersDoctor];

    /// <summary>Every organisation that holds a certificate.</summary>
    public static ImmutableArray<DevelopmentOrganisation> Organisations { get; } = [Laboratory, EmergencyDispatch, Insurer];
}
