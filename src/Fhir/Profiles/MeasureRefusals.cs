using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir.Profiles;

/// <summary>Why an Observation is not a health measure (mesure de santé): the 422 answers of the MES API Mesures 1.5.2, and the bounds of this platform.</summary>
public static class MeasureRefusals
{
    /// <summary>Nothing that we know is measured.</summary>
    public static readonly Refusal CodeUnknown = new("measure-code-unknown", RefusalKind.Unprocessable,
        "The code is that of no health measure that is kept here.", "Le code n’est celui d’aucune mesure de santé conservée ici.");

    /// <summary>A measure under the profile of another.</summary>
    public static readonly Refusal ProfileOfAnother = new("measure-profile-of-another", RefusalKind.Unprocessable,
        "The code is not one of the profile that the measure claims.", "Le code n’est pas de ceux du profil que la mesure revendique.");

    /// <summary>Nothing was measured.</summary>
    public static readonly Refusal ValueMissing = new("measure-value-missing", RefusalKind.Unprocessable,
        "A measure has a value: valueQuantity, or one in each component.", "Une mesure a une valeur : valueQuantity, ou une dans chaque composant.");

    /// <summary>A value where components have them.</summary>
    public static readonly Refusal ValueForbidden = new("measure-value-forbidden", RefusalKind.Unprocessable,
        "The values of this measure stand in its components only.", "Les valeurs de cette mesure figurent dans ses seuls composants.");

    /// <summary>Another unit.</summary>
    public static readonly Refusal UnitWrong = new("measure-unit-wrong", RefusalKind.Unprocessable,
        "The value is given in the UCUM unit of the measure, with system, code and unit.",
        "La valeur est donnée dans l’unité UCUM de la mesure, avec system, code et unit.");

    /// <summary>Somebody mistyped.</summary>
    public static readonly Refusal ValueImplausible = new("measure-value-implausible", RefusalKind.Unprocessable,
        "The value is outside of what can be, or has decimals where whole numbers are counted.",
        "La valeur est hors de ce qui est possible, ou décimale là où l’on compte en nombres entiers.");

    /// <summary>Computed here, never received.</summary>
    public static readonly Refusal Computed = new("measure-computed", RefusalKind.Unprocessable,
        "This measure is computed from others when it is read; it is never written.",
        "Cette mesure est calculée à partir d’autres à la lecture ; elle n’est jamais écrite.");

    /// <summary>When, with respect to a meal or an effort?</summary>
    public static readonly Refusal MomentMissing = new("measure-moment-missing", RefusalKind.Unprocessable,
        "The moment of this measure is required.", "Le moment de cette mesure est obligatoire.");

    /// <summary>A moment that makes no sense.</summary>
    public static readonly Refusal MomentForbidden = new("measure-moment-forbidden", RefusalKind.Unprocessable,
        "This measure has no moment.", "Cette mesure n’a pas de moment.");

    /// <summary>Over how many days?</summary>
    public static readonly Refusal DaysMissing = new("measure-days-missing", RefusalKind.Unprocessable,
        "The number of days of this measure is required.", "Le nombre de jours de cette mesure est obligatoire.");

    /// <summary>A number of days that makes no sense.</summary>
    public static readonly Refusal DaysForbidden = new("measure-days-forbidden", RefusalKind.Unprocessable,
        "This measure has no number of days.", "Cette mesure n’a pas de nombre de jours.");

    /// <summary>Half a blood pressure.</summary>
    public static readonly Refusal ComponentsWrong = new("measure-components-wrong", RefusalKind.Unprocessable,
        "Each component of the measure is given once, and no other.", "Chaque composant de la mesure est donné une fois, et aucun autre.");

    /// <summary>The heart does not work that way.</summary>
    public static readonly Refusal PressuresInverted = new("measure-pressures-inverted", RefusalKind.Unprocessable,
        "The diastolic pressure is below the systolic one.", "La pression diastolique est inférieure à la pression systolique.");

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
