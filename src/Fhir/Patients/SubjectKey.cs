using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Fhir.Patients;

/// <summary>How a resource or a request names its patient. A closed family.</summary>
public abstract record SubjectKey
{
    private SubjectKey()
    {
    }

    /// <summary>By the national identity number.</summary>
    public sealed record ByIns(Ins Ins) : SubjectKey;

    /// <summary>By the logical identity of the Patient, which is the one of the space.</summary>
    public sealed record BySpace(SpaceId Space) : SubjectKey;

    /// <summary>By both. Who can look both up must refuse where they are not the same person.</summary>
    public sealed record ByBoth(Ins Ins, SpaceId Space) : SubjectKey;
}
