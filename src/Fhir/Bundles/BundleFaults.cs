using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir.Bundles;

/// <summary>Why a Bundle is not a submission that the record can take in (PDSm, IHE MHD ITI-65).</summary>
public static class BundleFaults
{
    /// <summary>A search answer, a document, a batch…</summary>
    public static readonly Refusal TypeUnsupported = new("bundle-type-unsupported", RefusalKind.Unprocessable,
        "A Bundle that is sent here is a transaction; a document, a search answer or a batch is not one.",
        "Un Bundle envoyé ici est de type transaction ; un document, une réponse de recherche ou un lot batch n’en est pas un.");

    /// <summary>Something that is no part of a submission.</summary>
    public static readonly Refusal EntryUnsupported = new("bundle-entry-unsupported", RefusalKind.Unprocessable,
        "A submission is made of POST List, POST DocumentReference, POST Binary and PATCH DocumentReference of replaced documents.",
        "Un lot de soumission se compose de POST List, POST DocumentReference, POST Binary et PATCH DocumentReference des documents remplacés.");

    /// <summary>A request that is none of those that can be made together.</summary>
    public static readonly Refusal RequestUnsupported = new("bundle-request-unsupported", RefusalKind.Unprocessable,
        "An entry is DELETE type/id, POST type, PUT type/id, PUT type?condition, GET type/id or GET type?search, of a type that spaces keep.",
        "Une entrée est DELETE type/id, POST type, PUT type/id, PUT type?condition, GET type/id ou GET type?recherche, d’un type conservé par les espaces.");

    /// <summary>A reference that only says what its target is like.</summary>
    public static readonly Refusal ReferenceConditional = new("bundle-reference-conditional", RefusalKind.Unprocessable,
        "Only the patient may be referred to by a search; send an entry with If-None-Exist and refer to its fullUrl.",
        "Seul le patient peut être désigné par une recherche ; envoyez une entrée avec If-None-Exist et désignez sa fullUrl.");

    /// <summary>Which of the two is meant?</summary>
    public static readonly Refusal FullUrlRepeated = new("bundle-full-url-repeated", RefusalKind.Invalid,
        "Two entries have the same fullUrl.", "Deux entrées ont la même fullUrl.");

    /// <summary>A list that is neither a submission set nor a folder.</summary>
    public static readonly Refusal ListCodeUnknown = new("bundle-list-code-unknown", RefusalKind.Unprocessable,
        "The List has the code submissionset of MHDlistTypes.", "La List porte le code submissionset de MHDlistTypes.");

    /// <summary>Folders are the holder's.</summary>
    public static readonly Refusal FolderUnsupported = new("bundle-folder-unsupported", RefusalKind.Unprocessable,
        "Folders are not kept: send the documents without them.",
        "Les classeurs ne sont pas conservés : envoyez les documents sans eux.");

    /// <summary>No submission set, or more than one.</summary>
    public static readonly Refusal SetNotOne = new("bundle-submission-set-not-one", RefusalKind.Unprocessable,
        "A submission has exactly one submission set.", "Une soumission comporte exactement un lot de soumission.");

    /// <summary>A submission of nothing.</summary>
    public static readonly Refusal NoDocument = new("bundle-without-document", RefusalKind.Unprocessable,
        "A submission has at least one DocumentReference.", "Une soumission comporte au moins un DocumentReference.");

    /// <summary>A reference to something that was not sent.</summary>
    public static readonly Refusal EntryUnresolved = new("bundle-entry-unresolved", RefusalKind.Unprocessable,
        "No entry of the bundle that fits here has this fullUrl.", "Aucune entrée du lot qui convienne ici ne porte cette fullUrl.");

    /// <summary>A document that the set does not list.</summary>
    public static readonly Refusal DocumentOutsideSet = new("bundle-document-outside-set", RefusalKind.Unprocessable,
        "The submission set lists each DocumentReference of the bundle once, by its fullUrl.",
        "Le lot de soumission énumère une fois chaque DocumentReference du lot, par sa fullUrl.");

    /// <summary>A content of nothing, or of two documents.</summary>
    public static readonly Refusal BinaryNotOfOneDocument = new("bundle-binary-not-of-one-document", RefusalKind.Unprocessable,
        "Each Binary is the content of exactly one DocumentReference of the bundle.",
        "Chaque Binary est le contenu d’exactement un DocumentReference du lot.");

    /// <summary>Two patients, or one named in two ways.</summary>
    public static readonly Refusal PatientsMixed = new("bundle-patients-mixed", RefusalKind.Invalid,
        "All entries name the same patient, in the same way.", "Toutes les entrées désignent le même patient, de la même façon.");

    /// <summary>A change that a submission does not make.</summary>
    public static readonly Refusal PatchUnsupported = new("bundle-patch-unsupported", RefusalKind.Unprocessable,
        "A submission patches one thing: it replaces the status by superseded, as FHIRPath Patch (Parameters) or JSON Patch (Binary).",
        "Une soumission ne modifie qu’une chose : elle remplace le statut par superseded, en FHIRPath Patch (Parameters) ou JSON Patch (Binary).");
}
