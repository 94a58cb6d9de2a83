using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Relatives;

/// <summary>
/// The people that one person acts for or is invited to act for. The key is the person's own space. A mirror: each of those spaces says what the person is
/// there.
/// </summary>
[Alias("mes.relatives")]
public interface IRelativesGrain : IGrainWithStringKey
{
    /// <summary>What the person is, in each space that knows them.</summary>
    [Alias("Read")]
    Task<Outcome<RelativeList>> Read();

    /// <summary>The person accepts or refuses an invitation to <paramref name="space"/>; of too many people to care for, none is accepted.</summary>
    [Alias("Answer")]
    Task<Outcome<Done>> Answer(Envelope envelope, SpaceId space, AnswerInvitation command);
}

/// <summary>The people that one person acts for or is invited to act for.</summary>
/// <param name="People">In the order in which they came.</param>
public sealed record RelativeList(ValueList<ProxyStanding> People);
