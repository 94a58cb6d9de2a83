using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Spaces;

/// <content>Where a space is in its life, and what brings it to its end (lifecycle, section 1).</content>
public partial interface ISpaceGrain
{
    /// <summary>Where the space is in its life, and the receipts of what its holder has decided of it.</summary>
    [Alias("Life")]
    Task<Outcome<SpaceLife>> Life();

    /// <summary>The holder closes the space, and asks for its deletion if they wish.</summary>
    [Alias("Close")]
    Task<Outcome<Done>> Close(Envelope envelope, CloseSpace command);

    /// <summary>The holder asks for the deletion of the closed space.</summary>
    [Alias("AskDeletion")]
    Task<Outcome<Done>> AskDeletion(Envelope envelope, AskDeletion command);

    /// <summary>The holder wants the deletion no longer.</summary>
    [Alias("CancelDeletion")]
    Task<Outcome<Done>> CancelDeletion(Envelope envelope, CancelDeletion command);

    /// <summary>The holder takes the closed space into use again.</summary>
    [Alias("Reopen")]
    Task<Outcome<Done>> Reopen(Envelope envelope, ReopenSpace command);

    /// <summary>The insurer suspends the space.</summary>
    [Alias("Suspend")]
    Task<Outcome<Done>> Suspend(Envelope envelope, SuspendSpace command);

    /// <summary>The holder objects to the closing that follows the suspension.</summary>
    [Alias("ObjectToSuspension")]
    Task<Outcome<Done>> ObjectToSuspension(Envelope envelope, ObjectToSuspension command);

    /// <summary>The insurer ends the suspension.</summary>
    [Alias("LiftSuspension")]
    Task<Outcome<Done>> LiftSuspension(Envelope envelope, LiftSuspension command);

    /// <summary>The insurer's file says that the holder has died.</summary>
    [Alias("RecordDeath")]
    Task<Outcome<Done>> RecordDeath(Envelope envelope, RecordDeath command);
}
