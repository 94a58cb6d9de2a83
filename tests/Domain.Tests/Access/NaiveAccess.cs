using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;

namespace MonEspaceSante.Domain.Tests.Access;

/// <summary>
/// The page of facts on access rights, followed sentence by sentence and sharing no code with the rule that it judges.
/// Numbers are sections of that page.
/// </summary>
internal sealed class NaiveAccess(NaiveMatrix matrix)
{
    public static bool MayEnter(Visit visit)
    {
        // Identity 3 and 4: staff cards and organisations alone feed, they do not consult. Nobody else than people reads (security 2.3).
        if (visit.Who is Who.Staff or Who.Organisation or Who.Platform)
        {
            return false;
        }

        if (visit.Who is Who.HolderOfAnotherSpace)
        {
            return false;
        }

        if (visit.Who is Who.Holder)
        {
            return visit.Life is Life.Activated;
        }

        // 7.2: the record exists, is open, the patient is not opposed.
        if (visit.Life is not (Life.OpenedBySilence or Life.Activated))
        {
            return false;
        }

        // 7.3: a block denies the normal mode. 2, proposed rule: it does not deny the emergency modes.
        if (visit.Mode is AccessMode.Normal && IsBlocked(visit))
        {
            return false;
        }

        // 7.4, normal: a valid authorisation, or the care team declared, or the consent declared (3); the attending doctor sees everything (1).
        if (visit.Mode is AccessMode.Normal)
        {
            return IsAuthorised(visit) || IsAttendingDoctor(visit) || visit.Declaration is not ConsentDeclaration.None;
        }

        // 7.4: centre_15 needs the consent ETREAT; 1: it is for the regulating doctor of the call centre; 2: authorisations are not checked.
        if (visit.Mode is AccessMode.RegulationCentre)
        {
            return visit.SamuConsent && visit.Works is Works.AtTheSamu && visit.Profession == "10";
        }

        // 7.4: bris_de_glace needs the consent BTG and a reason.
        return visit.GlassConsent && visit.ReasonGiven;
    }

    public bool MaySee(Visit visit, Paper paper)
    {
        if (!MayEnter(visit))
        {
            return false;
        }

        // 4: deletion is logical, and hides from every search.
        if (paper.Deleted)
        {
            return false;
        }

        // 4, column of the patient.
        if (visit.Who is Who.Holder)
        {
            return !Has(paper, Labels.WithheldFromHolder);
        }

        // 4, columns of the author or depositing structure, and of the attending doctor: everything; 7.5: neither meets the matrix.
        if (IsTheirs(visit, paper) || IsAttendingDoctor(visit))
        {
            return true;
        }

        // 7.5 and 8: the matrix, in emergencies too (7, proposed).
        if (!matrix.Reads(visit.Profession, paper.Type))
        {
            return false;
        }

        // 4, MASQUE_PS: nobody else, except in an emergency with the consent MASKED.
        if (Has(paper, Labels.HiddenFromProfessionals))
        {
            return visit.Mode is not AccessMode.Normal && visit.MaskedConsent;
        }

        return true;
    }

    /// <summary>4: mandatory when a professional opens a document that the patient or their representatives do not see (EX_3.2-1025).</summary>
    public bool MustWarn(Visit visit, Paper paper) =>
        visit.Who is Who.Professional && MaySee(visit, paper)
        && (Has(paper, Labels.WithheldFromHolder) || Has(paper, Labels.WithheldFromGuardians));

    private static bool IsBlocked(Visit visit) =>
        visit.Relation is Relation.Blocked or Relation.AttendingDoctorBlocked or Relation.AuthorisedThenBlocked
        || (visit.Works is Works.AtTheClinic && visit.Relation is Relation.StructureBlocked or Relation.AuthorisedButStructureBlocked);

    private static bool IsAuthorised(Visit visit) =>
        visit.Relation is Relation.Authorised or Relation.AuthorisedThenBlocked or Relation.AuthorisedButStructureBlocked
        || (visit.Relation is Relation.StructureAuthorised && visit.Works is Works.AtTheClinic);

    private static bool IsAttendingDoctor(Visit visit) => visit.Relation is Relation.AttendingDoctor or Relation.AttendingDoctorBlocked;

    private static bool IsTheirs(Visit visit, Paper paper) =>
        paper.By is DepositedBy.TheAsker || (paper.By is DepositedBy.TheClinic && visit.Works is Works.AtTheClinic);

    private static bool Has(Paper paper, Labels label) => (paper.Labels & label) != 0;
}

/// <summary>The matrix file, read by counting commas from the right.</summary>
internal sealed class NaiveMatrix
{
    private readonly HashSet<(string Profession, string Type)> _read = [];

    public NaiveMatrix(string path)
    {
        var lines = File.ReadAllLines(path).Where(line => !line.StartsWith('#')).ToArray();
        Columns = lines[0].Split(',')[6..];
        Rows = lines.Length - 1;
        foreach (var line in lines[1..])
        {
            var cells = line.Split(',');
            for (var i = 1; i <= Columns.Length; i++)
            {
                foreach (var profession in Codes(Columns[^i]).Where(_ => cells[^i] == "R"))
                {
                    _read.Add((profession, cells[0]));
                }
            }
        }
    }

    public string[] Columns { get; }

    public int Rows { get; }

    public bool Reads(string profession, string type) => _read.Contains((profession, type));

    public static IEnumerable<string> Codes(string column) => column switch
    {
        "81-85" => ["81", "82", "83", "84", "85"],
        "316-317" => ["316", "317"],
        "42-49 51-53" => ["42", "43", "44", "45", "46", "47", "48", "49", "51", "52", "53"],
        _ => [column],
    };
}
