using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Domain.Traces;

/// <summary>What somebody did or tried in a space.</summary>
public enum TraceAction
{
    /// <summary>Asked for the list of documents.</summary>
    ListedDocuments,

    /// <summary>Asked for the sheet of a document.</summary>
    ReadSheet,

    /// <summary>Asked for the content of a document.</summary>
    OpenedDocument,

    /// <summary>Asked for the history of accesses.</summary>
    ReadHistory,

    /// <summary>Searched resources of one type.</summary>
    SearchedResources,

    /// <summary>Asked for a resource, or for its versions.</summary>
    ReadResource,

    /// <summary>Wrote resources.</summary>
    WroteResources,

    /// <summary>Changed the sheet of a document: its labels, its state.</summary>
    ChangedDocument,

    /// <summary>Asked for all that they may see: a summary, or everything.</summary>
    ReadSpace,

    /// <summary>Wanted to act for the holder, or went beyond what they may do for them.</summary>
    ActedForHolder,

    /// <summary>Asked for everything as one archive.</summary>
    RequestedExport,

    /// <summary>Downloaded such an archive, or a part of it.</summary>
    DownloadedExport,

    /// <summary>Signed in.</summary>
    SignedIn,

    /// <summary>Signed out, or signed a device out.</summary>
    SignedOut,

    /// <summary>Took another password.</summary>
    ChangedPassword,

    /// <summary>Changed where codes go.</summary>
    ChangedContact,

    /// <summary>Added or removed an authenticator app, a passkey or recovery codes.</summary>
    ChangedSignIn,

    /// <summary>Got back into their account by a letter and a code.</summary>
    RecoveredAccount,

    /// <summary>Helped the holder to activate the space, at a counter.</summary>
    AssistedActivation,
}

/// <summary>One access or attempt (trace d'accès): appended to the journal before anything is disclosed, kept as it was decided.</summary>
/// <param name="Id">Identity of the entry.</param>
/// <param name="At">When.</param>
/// <param name="By">Who, as proven then.</param>
/// <param name="Context">In which mode, for which stated reason and consent.</param>
/// <param name="Action">What they did.</param>
/// <param name="Allowed">Whether it was allowed.</param>
/// <param name="Gate">The rule that let them into the space, or not.</param>
/// <param name="Sight">The rule about the document, where one was asked for and the space was entered.</param>
/// <param name="Document">The document (logical identity), where one was found.</param>
/// <param name="Title">Its title then.</param>
/// <param name="Type">Its type, or the type of the resources.</param>
/// <param name="Count">How many documents or resources were disclosed or written; of citizens alone.</param>
/// <param name="Authorisation">The authorisation that held then.</param>
/// <param name="Rules">Version of the rules.</param>
/// <param name="Matrix">Version of the access matrix.</param>
/// <param name="Resource">The resource, where one was asked for.</param>
public sealed record AccessTrace(
    Guid Id, DateTimeOffset At, Caller By, AccessContext Context, TraceAction Action, bool Allowed, AccessReason Gate, AccessReason? Sight,
    Guid? Document, string? Title, string? Type, int? Count, Authorisation? Authorisation, string Rules, string Matrix,
    Guid? Resource = null)
{
    /// <summary>
    /// The same trace with its count, of citizens alone: of a professional nobody is ever told it, since it would announce what is withheld, and a trace that
    /// holds what it may not tell could not stand in clear in the proof of a history.
    /// </summary>
    internal AccessTrace Counting(int count) => By.IsCitizen ? this with { Count = count } : this;
}
