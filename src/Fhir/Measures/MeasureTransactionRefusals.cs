using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir.Measures;

/// <summary>Why a transaction is not one that brings a measure (MES API Mesures 1.5.2, answers 422).</summary>
public static class MeasureTransactionRefusals
{
    /// <summary>Another kind of bundle.</summary>
    public static readonly Refusal TypeNotTransaction = new("measure-bundle-not-transaction", RefusalKind.Unprocessable,
        "A measure comes in a Bundle of the type transaction.", "Une mesure arrive dans un Bundle de type transaction.");

    /// <summary>Another method or resource.</summary>
    public static readonly Refusal EntryUnsupported = new("measure-entry-unsupported", RefusalKind.Unprocessable,
        "A measure comes as POST Observation, with its object as POST Device at most.",
        "Une mesure arrive par POST Observation, accompagnée au plus de son objet par POST Device.");

    /// <summary>No measure, or several.</summary>
    public static readonly Refusal ObservationNotOne = new("measure-observation-not-one", RefusalKind.Unprocessable,
        "The transaction has exactly one Observation.", "La transaction comporte exactement une Observation.");

    /// <summary>Several objects.</summary>
    public static readonly Refusal DevicesSeveral = new("measure-devices-several", RefusalKind.Unprocessable,
        "The transaction has one Device at most.", "La transaction comporte au plus un Device.");

    /// <summary>An observation without a name in the bundle.</summary>
    public static readonly Refusal FullUrlMissing = new("measure-full-url-missing", RefusalKind.Unprocessable,
        "The entry of the Observation has a fullUrl.", "L’entrée de l’Observation comporte une fullUrl.");

    /// <summary>An object that would be made again with each measure.</summary>
    public static readonly Refusal ConditionMissing = new("measure-device-condition-missing", RefusalKind.Unprocessable,
        "The Device is sent with ifNoneExist: identifier=system|value.", "Le Device est envoyé avec ifNoneExist : identifier=système|valeur.");

    /// <summary>A condition about another object.</summary>
    public static readonly Refusal ConditionDiffers = new("measure-device-condition-differs", RefusalKind.Unprocessable,
        "The condition ifNoneExist names no identifier of the Device.", "La condition ifNoneExist ne désigne aucun identifiant du Device.");

    /// <summary>A link to another object.</summary>
    public static readonly Refusal DeviceDiffers = new("measure-device-differs", RefusalKind.Unprocessable,
        "The device of the Observation is not the Device of the transaction.", "Le device de l’Observation n’est pas le Device de la transaction.");

    /// <summary>No profile.</summary>
    public static readonly Refusal ProfileMissing = new("measure-profile-missing", RefusalKind.Unprocessable,
        "The Observation says its profile in meta.profile.", "L’Observation indique son profil dans meta.profile.");

    /// <summary>The source of somebody else.</summary>
    public static readonly Refusal SourceOutside = new("measure-source-outside", RefusalKind.Unprocessable,
        "The source (meta.source) is an OID that begins with the one of the authenticated solution.",
        "La source (meta.source) est un OID qui commence par celui de la solution authentifiée.");
}
