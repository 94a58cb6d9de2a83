using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using Orleans;

namespace MonEspaceSante.Grains.Federation;

/// <summary>
/// One sign-in by way of a provider. The key is the attempt, which the browser alone holds. Not journaled: lost with its silo, the person begins
/// again.
/// </summary>
[Alias("mes.federated-sign-in")]
public interface IFederatedSignInGrain : IGrainWithStringKey
{
    /// <summary>The browser is sent to the provider, and has ten minutes.</summary>
    [Alias("Begin")]
    Task Begin(AwaitedAnswer awaited);

    /// <summary>The browser is back: what its answer must fit, for one try.</summary>
    [Alias("Take")]
    Task<Outcome<AwaitedAnswer>> Take();

    /// <summary>The professional is known, and may choose among these exercises for five minutes.</summary>
    [Alias("Offer")]
    Task Offer(OfferedExercises offered);

    /// <summary>The exercise at <paramref name="place"/> is chosen; once.</summary>
    [Alias("Choose")]
    Task<Outcome<Caller.Professional>> Choose(int place);
}

/// <summary>What the answer of a provider must fit.</summary>
/// <param name="Purpose">What the person is to sign in for: an answer serves no other.</param>
/// <param name="State">What the browser must bring back.</param>
/// <param name="Nonce">What the identity token must say.</param>
/// <param name="Verifier">What the code is redeemed with.</param>
public sealed record AwaitedAnswer(string Purpose, string State, string Nonce, string Verifier);

/// <summary>The professions and places that a professional may act in, one for each session.</summary>
/// <param name="Exercises">The professional in each of them.</param>
public sealed record OfferedExercises(ValueList<Caller.Professional> Exercises);
