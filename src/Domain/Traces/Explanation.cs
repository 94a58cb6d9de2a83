using System.Globalization;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Traces;

/// <summary>A stored decision in words, and what the holder can do about it. Never decided again: the rules may have changed since.</summary>
/// <param name="Allowed">Whether it was allowed.</param>
/// <param name="Sentences">The rules that decided: how they came in, then why they saw the document or not.</param>
/// <param name="Facts">What the rules rested on: the reason stated, the authorisation that held.</param>
/// <param name="Next">What the holder can do, the likeliest first.</param>
/// <param name="Rules">Version of the rules then.</param>
/// <param name="Matrix">Version of the access matrix then.</param>
public sealed record Explanation(
    bool Allowed, ValueList<ExplainedRule> Sentences, ValueList<Sentence> Facts, ValueList<OfferedStep> Next, string Rules, string Matrix)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>What <paramref name="trace"/> says.</summary>
    public static Explanation Of(AccessTrace trace)
    {
        AccessReason[] rules = trace.Sight is { } sight && sight != trace.Gate ? [trace.Gate, sight] : [trace.Gate];
        return new(
            trace.Allowed,
            rules.Select(ExplainedRule.Of).ToValueList(),
            FactsOf(trace).ToValueList(),

            // What decided last is what the holder can turn first.
            rules.Reverse().SelectMany(NextSteps.After).Distinct().Select(OfferedStep.Of).ToValueList(),
            trace.Rules, trace.Matrix);
    }

    private static IEnumerable<Sentence> FactsOf(AccessTrace trace)
    {
        if (trace.Context is { Mode: not AccessMode.Normal, Reason: { Length: > 0 } reason })
        {
            yield return new($"The reason stated was: “{reason}”.", $"Le motif déclaré était : « {reason} ».");
        }

        if (trace is { Action: TraceAction.AssistedActivation, Context.Reason: { } agent })
        {
            yield return new($"The agent was: {agent}.", $"L’agent était : {agent}.");
        }

        if (trace.Authorisation is { } authorisation)
        {
            yield return new(
                string.Create(English, $"The authorisation held from {authorisation.Since:d MMMM yyyy} to {authorisation.Until:d MMMM yyyy}."),
                string.Create(French, $"L’autorisation valait du {authorisation.Since:d MMMM yyyy} au {authorisation.Until:d MMMM yyyy}."));
        }
    }
}

/// <summary>A rule in words.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="English">What it means.</param>
/// <param name="French">The same in French.</param>
/// <param name="Source">What it rests on.</param>
public sealed record ExplainedRule(AccessReason Rule, string English, string French, string Source)
{
    internal static ExplainedRule Of(AccessReason rule)
    {
        var why = AccessReasons.Why(rule);
        return new(rule, why.English, why.French, why.Source);
    }
}

/// <summary>A sentence in two languages.</summary>
public sealed record Sentence(string English, string French);

/// <summary>Something the holder can do, in words.</summary>
public sealed record OfferedStep(NextStep Step, string English, string French)
{
    internal static OfferedStep Of(NextStep step)
    {
        var (english, french) = NextSteps.Say(step);
        return new(step, english, french);
    }
}
