namespace Orleans.Runtime;

internal static class GrainContextExtensions
{
    /// <exception cref="ArgumentException">The context is a test double: only the engine's own activations have schedulers and timers.</exception>
    public static Activation AsActivation(this IGrainContext context) =>
        context as Activation ?? throw new ArgumentException("The grain was not created by the engine.", nameof(context));
}
