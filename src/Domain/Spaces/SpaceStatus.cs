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

    /// <summary>The holder has closed it: archived, open to nobody (R. 1111-36).</summary>
    Closed,

    /// <summary>The holder has died, which closed it (L. 1111-13-1 IV).</summary>
    Deceased,
}
