using MonEspaceSante.Domain.Assistance;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;

namespace MonEspaceSante.Grains.Spaces;

/// <content>Help at a counter.</content>
internal sealed partial class SpaceGrain
{
    public Task<Outcome<Done>> RecordAssistance(Envelope envelope, RecordAssistance command) =>
        Commit(envelope, act => Domain.Assistance.RecordAssistance.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.Done);
}
