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
}
