using MonEspaceSante.Domain.Kernel;
using Orleans;

namespace MonEspaceSante.Grains.Limits;

/// <summary>The tries to get in that come from one source. The key is a keyed digest of the block of addresses, or of the structure; never an address.</summary>
[Alias("mes.source")]
public interface ISourceGrain : IGrainWithStringKey
{
    /// <summary>May somebody try? Counted before anything is checked, known or not.</summary>
    [Alias("Enter")]
    Task<Outcome<Done>> Enter();

    /// <summary>The last <paramref name="count"/> tries opened something: they were not lost.</summary>
    [Alias("GiveBack")]
    Task GiveBack(int count);
}
