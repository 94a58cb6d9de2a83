using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Grains.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Spaces;

/// <content>What the holder does with their own account.</content>
public partial interface ISpaceGrain
{
    /// <summary>The holder did something with their own account: it is traced.</summary>
    [Alias("NoteOwnAct")]
    Task<Outcome<Done>> NoteOwnAct(Envelope envelope, NoteOwnAct command);
}
