using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;

namespace MonEspaceSante.Domain.Tests.Access;

/// <summary>
/// The page of facts on access rights, followed sentence by sentence and sharing no code with the rule that it judges.
/// Numbers are sections of that page; "settled" is a line of the decision pages.
/// </summary>
internal sealed class NaiveAccess(NaiveMatrix matrix)
{
    public static bool MayEnter(in Visit visit)
    {
        // Identity 3 and 4: staff cards and organisations alone feed, they do not consult. Nobody else than people reads (security 2.3).
        if (visit.Who is Who.Staff or Who.Organisation or Who.Platform)
        {
            return false;
        }

        return visit.Who is Who.Professional ? ProfessionalMayEnter(visit) : CitizenMayEnter(visit);
    }

    public bool MaySee(in Visit visit, in Paper paper)
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

        return visit.Who is Who.Professional ? ProfessionalMaySee(visit, paper) : CitizenMaySee(visit, paper);
    }

    /// <summary>4: mandatory when a professional opens a document that the patient or their representatives do not see (EX_3.2-1025).</summary>
    public static bool MustWarn(in Visit visit, in Paper paper, bool seen) =>
        visit.Who is Who.Professional && seen && (Has(paper, Labels.WithheldFromHolder) || Has(paper, Labels.WithheldFromGuardians));

    private static bool CitizenMayEnter(in Visit visit)
    {
        // 7.2 and 1 of the page on lives: a citizen uses a space that is activated, neither opposed, nor suspended, nor erased, nor of the dead. What is
        // archived is reachable by holder and representative; a suspension that six weeks of silence followed has closed the space.
        if (visit.Life is Life.Closed or Life.SuspendedAndSilent or Life.InDeletion)
        {
            return visit.Who is Who.Holder or Who.Guardian || (visit.Who is Who.Parent && visit.Age is Age.Minor);
        }

        if (visit.Life is not Life.Activated)
        {
            return false;
        }

        // 5: parental access ends at majority; a guardian represents an adult. 5, helpers: from the start date to the end date.
        return visit.Who is Who.Holder or Who.Guardian or Who.Carer or Who.CarerOfOneCategory || (visit.Who is Who.Parent && visit.Age is Age.Minor);
    }

    private static bool CitizenMaySee(in Visit visit, in Paper paper)
    {
        // Portal 4, Proches: the person may narrow the access to chosen categories. Here, that of consultation notes.
        if (visit.Who is Who.CarerOfOneCategory && paper.Type != "11488-4")
        {
            return false;
        }

        // 4, columns of the patient and of the representative. Settled: a carer sees what both see.
        if (Has(paper, Labels.WithheldFromHolder))
        {
            return false;
        }

        if (Has(paper, Labels.WithheldFromGuardians))
        {
            // 4: the minor has no account of their own. Settled: a login to a minor's space shows what the representatives see.
            return visit.Who is Who.Holder && visit.Age is Age.Adult;
        }

        return true;
    }

    private static bool ProfessionalMayEnter(in Visit visit)
    {
        // 1: insurers and mutuals, no access.
        if (visit.Works is Works.AtTheInsurer)
        {
            return false;
        }

        // Identity 4: the structure that vouches identifies the acting professional. Settled: its own.
        if (visit.Proof is Proof.OfAnotherStructure)
        {
            return false;
        }

        // 7.2: the record exists, is open, the patient is not opposed; lives, 1: but an old record stays for professionals during a transition.
        if (visit.Life is not (Life.OpenedBySilence or Life.Activated or Life.OpposedWithOldRecord))
        {
            return false;
        }

        // 1, conflict settled there: only with an explicit named consent. Settled: in emergencies too, and a block still counts.
        if (IsOccupational(visit))
        {
            return visit.Profession == "10" && visit.Relation is Relation.Authorised or Relation.AuthorisedButStructureBlocked
                or Relation.AttendingDoctorAuthorised or Relation.AdministratorAuthorised;
        }

        // 7.4: centre_15 needs the consent ETREAT; 1: it is for the regulating doctor of the call centre; 2: authorisations are not checked.
        if (visit.Mode is AccessMode.RegulationCentre)
        {
            return visit.SamuConsent && visit.Works is Works.AtTheSamu or Works.AtTheSamuThoughOccupationalDoctor && visit.Profession == "10";
        }

        // 7.4: bris_de_glace needs the consent BTG and a reason.
        if (visit.Mode is AccessMode.BreakGlass)
        {
            return visit.GlassConsent && visit.ReasonGiven;
        }

        // 7.3: a block denies the normal mode. 2, proposed rule: it does not deny the emergency modes.
        if (IsBlocked(visit))
        {
            return false;
        }

        // 7.4, normal: a valid authorisation, or the care team declared, or the consent declared (3); the attending doctor sees everything (1);
        // whom the person has named is of the care team (3; L. 1110-12, 2°).
        return IsAuthorised(visit) || IsAttendingDoctor(visit) || IsAdministrator(visit)
            || (visit.Relation is Relation.ReferentMidwife && visit.Profession == "50")
            || (visit.Relation is Relation.CorrespondentPharmacist && visit.Profession == "21")
            || visit.Declaration is not ConsentDeclaration.None;
    }

    private bool ProfessionalMaySee(in Visit visit, in Paper paper)
    {
        // Lives, 1: the old record stays, nothing else.
        if (visit.Life is Life.OpposedWithOldRecord && !paper.OfOldRecord)
        {
            return false;
        }

        // 4, columns of the author or depositing structure, and of the attending doctor: everything; 7.5: neither meets the matrix.
        if (IsTheirs(visit, paper) || (IsAttendingDoctor(visit) && !IsOccupational(visit)))
        {
            return true;
        }

        // 7.5 and 8: the matrix, in emergencies too (7, proposed).
        if (!matrix.Reads(visit.Profession, paper.Type))
        {
            return false;
        }

        // 4, MASQUE_PS: the administrator (3), and nobody else, except in an emergency with the consent MASKED.
        if (Has(paper, Labels.HiddenFromProfessionals))
        {
            return (IsAdministrator(visit) && !IsOccupational(visit))
                || (visit.Mode is not AccessMode.Normal && visit.MaskedConsent && !IsOccupational(visit));
        }

        return true;
    }

    private static bool IsOccupational(in Visit visit) => visit.Works is Works.InOccupationalHealth or Works.AloneAsOccupationalDoctor;

    private static bool IsBlocked(in Visit visit) =>
        visit.Relation is Relation.Blocked or Relation.AttendingDoctorBlocked or Relation.AuthorisedThenBlocked
        || (visit.Works is Works.AtTheClinic
            && visit.Relation is Relation.StructureBlocked or Relation.AuthorisedButStructureBlocked or Relation.AdministratorOfBlockedStructure);

    private static bool IsAuthorised(in Visit visit) =>
        visit.Relation is Relation.Authorised or Relation.AuthorisedByTheirOwnWord or Relation.AuthorisedThenBlocked or Relation.AuthorisedButStructureBlocked
            or Relation.AttendingDoctorAuthorised or Relation.AdministratorAuthorised
        || (visit.Relation is Relation.StructureAuthorised && visit.Works is Works.AtTheClinic);

    // 3 and identity 5: the profession of the session counts; in another activity the same person is somebody else.
    private static bool IsAttendingDoctor(in Visit visit) =>
        visit.Relation is Relation.AttendingDoctor or Relation.AttendingDoctorBlocked or Relation.AttendingDoctorAuthorised && visit.Profession == "10";

    private static bool IsAdministrator(in Visit visit) =>
        visit.Relation is Relation.Administrator or Relation.AdministratorOfBlockedStructure or Relation.AdministratorAuthorised && visit.Profession == "10";

    // Settled: what a patient writes about authors gives nobody a right.
    private static bool IsTheirs(in Visit visit, in Paper paper) =>
        paper.By is DepositedBy.TheAsker or DepositedBy.SomebodyElseForTheAsker
        || (paper.By is DepositedBy.TheClinic && visit.Works is Works.AtTheClinic);

    private static bool Has(in Paper paper, Labels label) => (paper.Labels & label) != 0;
}
