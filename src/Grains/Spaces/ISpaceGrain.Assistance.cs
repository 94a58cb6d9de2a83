using MonEspaceSante.Domain.Assistance;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Spaces;

/// <content>Help at a counter.</content>
public partial interface ISpaceGrain
{
    /// <summary>A counter helped the holder.</summary>
    [Alias("RecordAssistance")]
    Task<Outcome<Done>> RecordAssistance(Envelope envelope, RecordAssistance command);
}
