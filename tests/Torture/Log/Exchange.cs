namespace MonEspaceSante.Torture.Log;

/// <summary>What a client asked for.</summary>
internal enum Asked
{
    /// <summary>A document enters the record.</summary>
    Deposit,

    /// <summary>Sheets of documents.</summary>
    List,

    /// <summary>All the sheets, by the holder, before any other request of the round.</summary>
    ListAfterStart,

    /// <summary>The content of a document.</summary>
    Content,

    /// <summary>The holder shuts somebody out.</summary>
    Block,

    /// <summary>The holder lifts a block.</summary>
    LiftBlock,
}

/// <summary>One request, and what its client knows of its answer.</summary>
/// <param name="Round">From 1.</param>
/// <param name="Asked">What for.</param>
/// <param name="Caller">Who asked: the national identifier that the certificate proves, or the holder's space.</param>
/// <param name="Space">In which space.</param>
/// <param name="Sent">When the client began to send.</param>
/// <param name="Ended">When the answer was there, or the client knew that there would be none.</param>
/// <param name="Status">The status; <see langword="null"/> where there was no answer.</param>
internal sealed record Exchange(
    int Round, Asked Asked, string Caller, string Space, DateTimeOffset Sent, DateTimeOffset Ended, int? Status)
{
    /// <summary>The Idempotency-Key of a deposit.</summary>
    public string? Key { get; init; }

    /// <summary>The unique identifier of the document deposited.</summary>
    public string? UniqueId { get; init; }

    /// <summary>SHA-256 of the content sent, or of the content disclosed if all of it arrived; lower-case hexadecimal.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The document deposited or opened: space and logical identity.</summary>
    public string? Document { get; init; }

    /// <summary>The documents that a list disclosed.</summary>
    public IReadOnlyList<string>? Listed { get; init; }

    /// <summary>The block made or lifted.</summary>
    public Guid? Block { get; init; }

    /// <summary>No connection came about: the platform never had the request.</summary>
    public bool NeverArrived { get; init; }

    /// <summary>The client was told that it is done.</summary>
    public bool Acknowledged => Status is >= 200 and < 300;

    /// <summary>The client does not know: it repeats, or looks.</summary>
    public bool Unclear => Status is null or 503;
}
