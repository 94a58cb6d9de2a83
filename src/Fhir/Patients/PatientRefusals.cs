using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir.Patients;

/// <summary>Why a patient is not named as one must be.</summary>
public static class PatientRefusals
{
    /// <summary>No form that we read.</summary>
    public static readonly Refusal SubjectUnreadable = new("subject-unreadable", RefusalKind.Unprocessable,
        "The patient is named by an identifier, Patient?identifier=system|value, Patient/{id} or a contained Patient with an identifier.",
        "Le patient est désigné par un identifiant, par Patient?identifier=système|valeur, par Patient/{id} ou par un Patient contenu doté d’un identifiant.");

    /// <summary>Two people named in one place.</summary>
    public static readonly Refusal SubjectContradictory = new("subject-contradictory", RefusalKind.Unprocessable,
        "The identifier and the reference name two different people.",
        "L’identifiant et la référence désignent deux personnes différentes.");

    /// <summary>The number that reimbursements go by, which for a child is a parent's.</summary>
    public static readonly Refusal BillingNumber = new("subject-billing-number", RefusalKind.Unprocessable,
        "An identifier of type NH is the billing number, which may be somebody else's: send the INS.",
        "Un identifiant de type NH est le numéro de facturation, qui peut être celui d’un autre : envoyez l’INS.");

    /// <summary>A search value that is not <c>system|value</c>.</summary>
    public static readonly Refusal IdentifierParameterInvalid = new("patient-identifier-invalid", RefusalKind.Invalid,
        "The parameter identifier has the form system|value.",
        "Le paramètre identifier a la forme système|valeur.");
}
