using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Measures;

/// <summary>Why a measure is not taken in.</summary>
public static class MeasureRefusals
{
    /// <summary>Not one of the table.</summary>
    public static readonly Refusal CodeUnknown = new("measure-code-unknown", RefusalKind.Unprocessable,
        "No measure of the space has this code.", "Aucune mesure de l’espace n’a ce code.");

    /// <summary>One that is computed.</summary>
    public static readonly Refusal Computed = new("measure-computed", RefusalKind.Unprocessable,
        "The body mass index is computed from weight and height: it is not written.",
        "L’indice de masse corporelle est calculé à partir du poids et de la taille : il ne s’écrit pas.");

    /// <summary>No value.</summary>
    public static readonly Refusal ValueMissing = new("measure-value-missing", RefusalKind.Unprocessable,
        "The measure has no value.", "La mesure n’a pas de valeur.");

    /// <summary>Another unit.</summary>
    public static readonly Refusal UnitWrong = new("measure-unit-wrong", RefusalKind.Unprocessable,
        "The value is not in the unit of its measure, as a code of UCUM.", "La valeur n’est pas dans l’unité de sa mesure, sous forme de code UCUM.");

    /// <summary>Out of bounds.</summary>
    public static readonly Refusal ValueImplausible = new("measure-value-implausible", RefusalKind.Unprocessable,
        "The value is outside of what can be, or has decimals where whole numbers are counted.",
        "La valeur est hors de ce qui est possible, ou décimale là où l’on compte en nombres entiers.");

    /// <summary>The two pressures exchanged.</summary>
    public static readonly Refusal PressuresInverted = new("measure-pressures-inverted", RefusalKind.Unprocessable,
        "The diastolic pressure is lower than the systolic one.", "La pression diastolique est inférieure à la pression systolique.");

    /// <summary>Later than now.</summary>
    public static readonly Refusal InFuture = new("measure-in-future", RefusalKind.Unprocessable,
        "The measure is dated in the future.", "La mesure est datée dans le futur.");

    /// <summary>When of the day?</summary>
    public static readonly Refusal MomentMissing = new("measure-moment-missing", RefusalKind.Unprocessable,
        "Blood glucose says the moment of the measure: fasting, after a meal, after exercise, during malaise or other.",
        "Le glucose sanguin indique le moment de la mesure : à jeun, après un repas, après un effort, pendant un malaise ou autre.");

    /// <summary>A moment that means nothing here.</summary>
    public static readonly Refusal MomentForbidden = new("measure-moment-forbidden", RefusalKind.Unprocessable,
        "This measure has no moment.", "Cette mesure n’a pas de moment.");

    /// <summary>Over how many days?</summary>
    public static readonly Refusal DaysMissing = new("measure-days-missing", RefusalKind.Unprocessable,
        "This measure says over how many days it was made: 7, 14, 30, 90 or other.",
        "Cette mesure indique sur combien de jours elle a porté : 7, 14, 30, 90 ou autre.");

    /// <summary>A number of days that means nothing here.</summary>
    public static readonly Refusal DaysForbidden = new("measure-days-forbidden", RefusalKind.Unprocessable,
        "This measure has no number of days.", "Cette mesure n’a pas de nombre de jours.");

    /// <summary>Too much to say.</summary>
    public static readonly Refusal CommentTooLong = new("measure-comment-too-long", RefusalKind.Unprocessable,
        "The comment has 150 characters at most.", "Le commentaire comporte 150 caractères au plus.");

    /// <summary>Which object?</summary>
    public static readonly Refusal DeviceMissing = new("measure-device-missing", RefusalKind.Unprocessable,
        "A measure taken by a connected object names the object.", "Une mesure prise par un objet connecté désigne cet objet.");
}
