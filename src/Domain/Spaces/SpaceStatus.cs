namespace MonEspaceSante.Domain.Spaces;

/// <summary>Where a space is in its life (domain facts, lifecycle section 1).</summary>
public enum SpaceStatus
{
    /// <summary>The person has not been told yet.</summary>
    NotInformed,

    /// <summary>The letter was sent; the six weeks to object run.</summary>
    Informed,

    /// <summary>The person has objected: no space.</summary>
    Opposed,

    /// <summary>Opened by itself after six weeks of silence: professionals may deposit, the holder has not come yet.</summary>
    OpenNotActivated,

    /// <summary>The holder has activated it.</summary>
    Activated,

    /// <summary>Closed, by the holder or by the silence that followed a suspension: an archive, which the holder reads and may reopen (R. 1111-36).</summary>
    Closed,

    /// <summary>The holder has died, which closed it (L. 1111-13-1 IV).</summary>
    Deceased,

    /// <summary>Closed, and its deletion was asked for: an archive still, until it is carried out (R. 1111-36).</summary>
    InDeletion,

    /// <summary>The time of its archive or of its deletion has come: nothing of it is anybody's to read any more.</summary>
    Erased,

    /// <summary>The insurer has suspended it: nobody comes in (R. 1111-36).</summary>
    Suspended,
}
