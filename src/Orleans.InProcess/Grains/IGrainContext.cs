namespace Orleans.Runtime;

/// <summary>One activation of a grain.</summary>
public interface IGrainContext : IEquatable<IGrainContext>
{
    /// <summary>Whose activation it is.</summary>
    GrainId GrainId { get; }

    /// <summary>A reference to the grain.</summary>
    GrainReference GrainReference { get; }

    /// <summary>The object of the grain class; <see langword="null"/> before it is created and after deactivation.</summary>
    object? GrainInstance { get; }

    /// <summary>The activation's own service scope, disposed with it.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>Ends when the activation is gone.</summary>
    Task Deactivated { get; }

    /// <summary>Ends the activation once its running calls have ended. Returns at once; repeating it changes nothing.</summary>
    /// <param name="deactivationReason">Why; the first reason stays.</param>
    /// <param name="cancellationToken">Hurries the grain's <see cref="IGrainBase.OnDeactivateAsync"/>.</param>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}
