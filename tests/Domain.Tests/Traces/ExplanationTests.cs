using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Tests.Builders;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Tests.Traces;

/// <summary>A stored decision in words.</summary>
public class ExplanationTests
{
    [Fact]
    public void It_says_the_rules_that_decided_then_what_they_rested_on_and_what_can_be_done()
    {
        var told = Explanation.Of(Samples.Trace);
        Assert.Equal([AccessReason.GlassBroken, AccessReason.HiddenOpenedInEmergency], told.Sentences.Select(rule => rule.Rule));
        Assert.Equal(
            [
                new Sentence("The reason stated was: “Personne inconsciente”.", "Le motif déclaré était : « Personne inconsciente »."),
                new("The authorisation held from 1 June 2026 to 1 June 2027.", "L’autorisation valait du 1 juin 2026 au 1 juin 2027."),
            ],
            told.Facts);
        Assert.Equal([NextStep.ChangeEmergencyChoices, NextStep.Report], told.Next.Select(step => step.Step));
        Assert.Equal((true, "rules-1", "matrix-1"), (told.Allowed, told.Rules, told.Matrix));
    }

    [Fact]
    public void A_gate_that_also_decided_the_sight_is_said_once()
    {
        var trace = Samples.Trace with { Gate = AccessReason.AttendingDoctor, Sight = AccessReason.AttendingDoctor, Context = AccessContext.Ordinary, Authorisation = null };
        var told = Explanation.Of(trace);
        Assert.Equal(AccessReason.AttendingDoctor, Assert.Single(told.Sentences).Rule);
        Assert.Empty(told.Facts);
        Assert.Equal([NextStep.Block, NextStep.ChangeAttendingDoctor, NextStep.Report], told.Next.Select(step => step.Step));
    }

    // The rules of today decide otherwise; the words stay those of the stored rule.
    [Fact]
    public void It_is_never_decided_again()
    {
        var refused = Samples.Trace with { Allowed = false, Gate = AccessReason.Blocked, Sight = null };
        Assert.Equal(AccessReasons.Why(AccessReason.Blocked).French, Assert.Single(Explanation.Of(refused).Sentences).French);
        Assert.False(Explanation.Of(refused).Allowed);
    }

    [Fact]
    public void Every_step_has_words_of_its_own_in_two_languages_and_some_rule_that_leads_to_it()
    {
        var steps = Enum.GetValues<NextStep>();
        Assert.Equal(steps.Length, steps.Select(step => NextSteps.Say(step).English).Distinct().Count());
        Assert.Equal(steps.Length, steps.Select(step => NextSteps.Say(step).French).Distinct().Count());
        Assert.Equal(steps.Order(), Enum.GetValues<AccessReason>().SelectMany(NextSteps.After).Distinct().Order());
        Assert.All(Enum.GetValues<AccessReason>(), reason => Assert.Equal(NextSteps.After(reason).Distinct(), NextSteps.After(reason)));
    }
}
