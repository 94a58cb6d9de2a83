using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir.Measures;

/// <summary>Why measures are not asked for as the MES API asks for them.</summary>
public static class MeasureQueryRefusals
{
    /// <summary>No measure, several, or one that is not of the space.</summary>
    public static readonly Refusal CodeNotOne = new("measure-query-code-not-one", RefusalKind.Invalid,
        "The parameter code names exactly one measure of the space.", "Le paramètre code désigne exactement une mesure de l’espace.");

    /// <summary>Whose?</summary>
    public static readonly Refusal SubjectMissing = new("measure-query-subject-missing", RefusalKind.Invalid,
        "The parameter subject.identifier is required, once.", "Le paramètre subject.identifier est obligatoire, une seule fois.");

    /// <summary>From when until when?</summary>
    public static readonly Refusal BoundsMissing = new("measure-query-bounds-missing", RefusalKind.Invalid,
        "A list of measures has a lower and an upper date: date=ge… and date=le….",
        "Une liste de mesures a une date de début et une date de fin : date=ge… et date=le….");

    /// <summary>Both modes at once.</summary>
    public static readonly Refusal ModesMixed = new("measure-query-modes-mixed", RefusalKind.Invalid,
        "The last measure is asked for by _sort=-date and _count=1, without date and _offset; a list by date, without _sort.",
        "La dernière mesure se demande par _sort=-date et _count=1, sans date ni _offset ; une liste par date, sans _sort.");

    /// <summary>Not a number of a page.</summary>
    public static readonly Refusal PageInvalid = new("measure-query-page-invalid", RefusalKind.Invalid,
        "_count is from 1 to 100, _offset is the number of a page, from 0.", "_count va de 1 à 100, _offset est un numéro de page, à partir de 0.");

    /// <summary>Something else than the object.</summary>
    public static readonly Refusal IncludeUnsupported = new("measure-query-include-unsupported", RefusalKind.Invalid,
        "Only _include=Observation:device is known.", "Seul _include=Observation:device est connu.");
}
