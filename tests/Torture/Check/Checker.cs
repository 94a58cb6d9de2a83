using MonEspaceSante.Torture.Log;

namespace MonEspaceSante.Torture.Check;

/// <summary>What was found of one invariant.</summary>
/// <param name="Invariant">I1 to I10 (storage design, section 14), or a word for one of ours.</param>
/// <param name="Violations">In words; none if it holds.</param>
internal sealed record Verdict(string Invariant, IReadOnlyList<string> Violations);

/// <summary>Confronts what stands with what was answered. Knows neither grains nor rules.</summary>
internal static class Checker
{
    /// <summary>The verdict on each invariant.</summary>
    /// <param name="evidence">What stands.</param>
    /// <param name="log">What was answered.</param>
    /// <param name="settled">Everything has had the time to be delivered.</param>
    public static IReadOnlyList<Verdict> Check(Evidence evidence, IReadOnlyList<Exchange> log, bool settled) =>
    [
        new("I1", [.. JournalInvariants.SequencesHaveNoGap(evidence)]),
        new("I2", [.. JournalInvariants.ChainsVerify(evidence)]),
        new("I3", [.. CommandInvariants.AcknowledgedStandsOnce(evidence, log)]),
        new("I4", [.. CommandInvariants.NoEffectWithoutCommand(evidence, log)]),
        new("I5", [.. ReadingInvariants.ListsAreTheReplayedSet(evidence, log)]),
        new("I6", [.. ReadingInvariants.DisclosuresAreTraced(evidence, log)]),
        new("I7", [.. DeliveryInvariants.EveryOutEndsInOneIn(evidence, settled)]),
        new("I8", [.. ContentInvariants.DocumentsAreWhole(evidence, log)]),
        new("I9", [.. ContentInvariants.NothingIsInTheClear(evidence)]),
        new("I10", [.. JournalInvariants.ActivationsDoNotInterleave(evidence)]),
        new("block", [.. ReadingInvariants.BlocksHold(evidence)]),
    ];
}
