using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Quotas;
using Orleans;

namespace MonEspaceSante.Grains.Quotas;

/// <summary>What a professional or a structure may still do at all, whatever single spaces allow.</summary>
[Alias("mes.quota")]
public interface IQuotaGrain : IGrainWithStringKey
{
    /// <summary>May they touch the space of <paramref name="visit"/> now? Counts it if so.</summary>
    [Alias("Touch")]
    Task<Outcome<Done>> Touch(Visit visit);

    /// <summary>They found nothing that they may see; <paramref name="profession"/> is theirs, or <see langword="null"/> for a structure.</summary>
    [Alias("Refused")]
    Task Refused(string? profession);
}

/// <summary>A health professional. The key is a digest of the national identifier.</summary>
[Alias("mes.professional")]
public interface IProfessionalGrain : IQuotaGrain;

/// <summary>A structure. The key is a digest of the national identifier.</summary>
[Alias("mes.structure")]
public interface IStructureGrain : IQuotaGrain;
