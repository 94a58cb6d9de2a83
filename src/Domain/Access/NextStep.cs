namespace MonEspaceSante.Domain.Access;

/// <summary>What a citizen can do about a decision.</summary>
public enum NextStep
{
    /// <summary>Report the access (signaler).</summary>
    Report,

    /// <summary>Withdraw the authorisation.</summary>
    WithdrawAuthorisation,

    /// <summary>Give an authorisation.</summary>
    Authorise,

    /// <summary>Shut the professional or their structure out.</summary>
    Block,

    /// <summary>Lift the block.</summary>
    LiftBlock,

    /// <summary>Take the role back.</summary>
    EndAppointment,

    /// <summary>Take the delegation back.</summary>
    EndDelegation,

    /// <summary>Change what is allowed in an emergency.</summary>
    ChangeEmergencyChoices,

    /// <summary>Hide the document from professionals.</summary>
    HideDocument,

    /// <summary>Show the document to professionals again.</summary>
    ShowDocument,

    /// <summary>Change the attending doctor, at the insurer.</summary>
    ChangeAttendingDoctor,
}

/// <summary>What a citizen can do next, by the rule that decided.</summary>
public static class NextSteps
{
    private static readonly NextStep[] Nothing = [];

    /// <summary>What the holder can do about a decision by <paramref name="reason"/>, the likeliest first; maybe nothing.</summary>
    public static IReadOnlyList<NextStep> After(AccessReason reason) => reason switch
    {
        AccessReason.AttendingDoctor => [NextStep.Block, NextStep.ChangeAttendingDoctor, NextStep.Report],
        AccessReason.Authorised or AccessReason.OccupationalConsent => [NextStep.WithdrawAuthorisation, NextStep.Block, NextStep.Report],
        AccessReason.ConsentDeclared or AccessReason.CareTeamDeclared => [NextStep.Report, NextStep.WithdrawAuthorisation, NextStep.Block],
        AccessReason.Administrator or AccessReason.NamedByHolder => [NextStep.EndAppointment, NextStep.Block, NextStep.Report],
        AccessReason.NotAuthorised or AccessReason.OccupationalWithoutConsent => [NextStep.Authorise, NextStep.Block, NextStep.Report],
        AccessReason.Blocked => [NextStep.LiftBlock, NextStep.Report],
        AccessReason.RegulationCentre or AccessReason.GlassBroken => [NextStep.Report, NextStep.ChangeEmergencyChoices],
        AccessReason.RegulationCentreRefused or AccessReason.GlassRefused => [NextStep.ChangeEmergencyChoices, NextStep.Report],
        AccessReason.WithinMatrix => [NextStep.HideDocument],
        AccessReason.Hidden => [NextStep.ShowDocument],
        AccessReason.HiddenOpenedInEmergency => [NextStep.ChangeEmergencyChoices, NextStep.Report],
        AccessReason.Carer => [NextStep.EndDelegation],
        AccessReason.BeyondProxy => [NextStep.EndDelegation, NextStep.Report],
        AccessReason.NotARegulationCentre or AccessReason.GlassWithoutReason or AccessReason.Insurer or AccessReason.VouchedElsewhere
            or AccessReason.NotARepresentative or AccessReason.NotACarer or AccessReason.CounterHelp => [NextStep.Report],
        _ => Nothing,
    };

    /// <summary>The words of <paramref name="step"/>.</summary>
    public static (string English, string French) Say(NextStep step) => step switch
    {
        NextStep.Report => ("Report this access.", "Signaler cet accès."),
        NextStep.WithdrawAuthorisation => ("Withdraw the authorisation.", "Retirer l’autorisation."),
        NextStep.Authorise => ("Authorise this professional.", "Autoriser ce professionnel."),
        NextStep.Block => ("Block this professional or their structure.", "Bloquer ce professionnel ou sa structure."),
        NextStep.LiftBlock => ("Lift the block.", "Lever le blocage."),
        NextStep.EndAppointment => ("Take this role back.", "Retirer ce rôle."),
        NextStep.EndDelegation => ("End the delegation.", "Mettre fin à la délégation."),
        NextStep.ChangeEmergencyChoices => ("Change what you allow in an emergency.", "Modifier vos choix en cas d’urgence."),
        NextStep.HideDocument => ("Hide this document from professionals.", "Masquer ce document aux professionnels."),
        NextStep.ShowDocument => ("Show this document to professionals again.", "Rendre ce document visible aux professionnels."),
        NextStep.ChangeAttendingDoctor => ("Change your attending doctor with your health insurance.", "Changer de médecin traitant auprès de l’assurance maladie."),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "No such step."),
    };
}
