using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir.Profiles;

/// <summary>Why an Observation does not have the form of a health measure (mesure de santé); what is wrong with the measure itself is said by <see cref="Domain.Measures.MeasureRefusals"/>.</summary>
public static class MeasureProfileRefusals
{
    /// <summary>A measure under the profile of another.</summary>
    public static readonly Refusal ProfileOfAnother = new("measure-profile-of-another", RefusalKind.Unprocessable,
        "The code is not one of the profile that the measure claims.", "Le code n’est pas de ceux du profil que la mesure revendique.");

    /// <summary>A value where components have them.</summary>
    public static readonly Refusal ValueForbidden = new("measure-value-forbidden", RefusalKind.Unprocessable,
        "The values of this measure stand in its components only.", "Les valeurs de cette mesure figurent dans ses seuls composants.");

    /// <summary>Half a blood pressure.</summary>
    public static readonly Refusal ComponentsWrong = new("measure-components-wrong", RefusalKind.Unprocessable,
        "Each component of the measure is given once, and no other.", "Chaque composant de la mesure est donné une fois, et aucun autre.");

    /// <summary>Whose measure?</summary>
    public static readonly Refusal SubjectUnidentified = new("measure-subject-unidentified", RefusalKind.Unprocessable,
        "The subject is named by an identifier: the authority and the number that it gave.",
        "Le sujet est désigné par un identifiant : l’autorité et le numéro qu’elle a donné.");

    /// <summary>Not told to be a vital sign.</summary>
    public static readonly Refusal CategoryMissing = new("measure-category-missing", RefusalKind.Unprocessable,
        "A measure has the category vital-signs.", "Une mesure a la catégorie vital-signs.");

    /// <summary>Not at a point in time.</summary>
    public static readonly Refusal DateWrong = new("measure-date-wrong", RefusalKind.Unprocessable,
        "The date of a measure is an effectiveDateTime.", "La date d’une mesure est un effectiveDateTime.");
}
