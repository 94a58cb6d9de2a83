using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Spaces;

/// <content>Who may come in: what the holder settles, and what a setting would change.</content>
public partial interface ISpaceGrain
{
    /// <summary>The holder shuts somebody out.</summary>
    [Alias("Block")]
    Task<Outcome<Block>> Block(Envelope envelope, BlockProfessional command);

    /// <summary>The holder lifts a block.</summary>
    [Alias("LiftBlock")]
    Task<Outcome<Done>> LiftBlock(Envelope envelope, LiftBlock command);

    /// <summary>The holder authorises somebody.</summary>
    [Alias("Authorise")]
    Task<Outcome<Authorisation>> Authorise(Envelope envelope, Authorise command);

    /// <summary>The holder withdraws an authorisation.</summary>
    [Alias("Withdraw")]
    Task<Outcome<Done>> Withdraw(Envelope envelope, WithdrawAuthorisation command);

    /// <summary>The holder changes what they choose for everyone.</summary>
    [Alias("Choose")]
    Task<Outcome<Done>> Choose(Envelope envelope, MakeChoices command);

    /// <summary>The holder gives a professional a role.</summary>
    [Alias("Appoint")]
    Task<Outcome<Appointment>> Appoint(Envelope envelope, Appoint command);

    /// <summary>The holder takes a role back.</summary>
    [Alias("EndAppointment")]
    Task<Outcome<Done>> EndAppointment(Envelope envelope, EndAppointment command);

    /// <summary>The holder objects to what somebody adds.</summary>
    [Alias("ObjectToFeeding")]
    Task<Outcome<FeedingObjection>> ObjectToFeeding(Envelope envelope, ObjectToFeeding command);

    /// <summary>The holder objects no longer.</summary>
    [Alias("LiftFeedingObjection")]
    Task<Outcome<Done>> LiftFeedingObjection(Envelope envelope, LiftFeedingObjection command);

    /// <summary>A member of the care team collects the holder's consent for a colleague.</summary>
    [Alias("CollectConsent")]
    Task<Outcome<Done>> CollectConsent(Envelope envelope, CollectConsent command);

    /// <summary>The holder's settings of access.</summary>
    [Alias("Privacy")]
    Task<Outcome<PrivacySheet>> Privacy();

    /// <summary>What somebody would see, and what a setting would change; nothing is written.</summary>
    [Alias("Simulate")]
    Task<Outcome<SimulatedAccess>> Simulate(SimulateAccess query);
}

/// <summary>The holder's settings of access.</summary>
/// <param name="Holder">Traits of the holder.</param>
/// <param name="Choices">What they chose for everyone.</param>
/// <param name="Authorisations">Who may consult, ended terms included.</param>
/// <param name="Blocks">Who is shut out.</param>
/// <param name="Appointments">Who has a role.</param>
/// <param name="Objections">Whose additions they object to.</param>
public sealed record PrivacySheet(
    HolderSheet Holder, PrivacyChoices Choices, ValueList<Authorisation> Authorisations, ValueList<Block> Blocks, ValueList<Appointment> Appointments,
    ValueList<FeedingObjection> Objections);
