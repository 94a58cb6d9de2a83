using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;

namespace MonEspaceSante.Grains.Spaces;

/// <content>What the holder does with their own account.</content>
internal sealed partial class SpaceGrain
{
    public Task<Outcome<Done>> NoteOwnAct(Envelope envelope, NoteOwnAct command) =>
        Commit(envelope, act => Domain.Traces.NoteOwnAct.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.Done);
}
