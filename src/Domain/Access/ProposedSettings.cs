using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Access;

/// <summary>Settings that the holder thinks of saving: the very commands that would save them, taken in this order.</summary>
/// <param name="Choices">Choices for everyone.</param>
/// <param name="Authorise">An authorisation to give.</param>
/// <param name="Withdraw">One to withdraw.</param>
/// <param name="Block">Somebody to shut out.</param>
/// <param name="LiftBlock">A block to lift.</param>
/// <param name="Appoint">A role to give.</param>
/// <param name="EndAppointment">One to take back.</param>
/// <param name="Hide">A document to hide, or to show.</param>
public sealed record ProposedSettings(
    MakeChoices? Choices = null, Authorise? Authorise = null, WithdrawAuthorisation? Withdraw = null, BlockProfessional? Block = null,
    LiftBlock? LiftBlock = null, Appoint? Appoint = null, EndAppointment? EndAppointment = null, HideDocument? Hide = null)
{
    /// <summary>Saves them in <paramref name="copy"/>, or says why the first that cannot be is refused.</summary>
    public Refusal? SaveIn(Space copy, Act act, AccessMatrix matrix) =>
        Save(copy, Choices, command => MakeChoices.Decide(copy, command, act))
        ?? Save(copy, Authorise, command => Access.Authorise.Decide(copy, command, act))
        ?? Save(copy, Withdraw, command => WithdrawAuthorisation.Decide(copy, command, act))
        ?? Save(copy, Block, command => BlockProfessional.Decide(copy, command, act))
        ?? Save(copy, LiftBlock, command => Access.LiftBlock.Decide(copy, command, act))
        ?? Save(copy, Appoint, command => Access.Appoint.Decide(copy, command, act))
        ?? Save(copy, EndAppointment, command => Access.EndAppointment.Decide(copy, command, act))
        ?? Save(copy, Hide, command => HideDocument.Decide(copy, command, act, matrix));

    private static Refusal? Save<TCommand, TAnswer>(Space copy, TCommand? proposed, Func<TCommand, Decision<SpaceEvent, TAnswer>> decide)
        where TCommand : class
    {
        if (proposed is null)
        {
            return null;
        }

        var decision = decide(proposed);
        foreach (var happened in decision.Events)
        {
            copy.Apply(happened);
        }

        return decision.Answer.Refusal;
    }
}
