namespace MonEspaceSante.Grains.Outbox;

/// <summary>Names of streams, written out: they outlive class names.</summary>
public static class StreamNames
{
    /// <summary>The provider.</summary>
    public const string Provider = "mes";

    /// <summary>Notices to a holder; the key is the space.</summary>
    public const string Notifications = "notifications";

    /// <summary>Notices of patients to a professional; the key is the digest of the professional.</summary>
    public const string PatientNotices = "patient-notices";

    /// <summary>Tells a person of a space that they act in, or are invited to; the key is their own space.</summary>
    public const string Relatives = "relatives";
}
