namespace Orleans.InProcess;

/// <summary>
/// Encodes and decodes what crosses grain calls, as a cluster would. Tests register one, to find values that would not survive the way
/// between processes; without one, arguments and results pass by reference.
/// </summary>
public interface IGrainCallCodec
{
    /// <summary>A copy of <paramref name="value"/> made by way of its encoding. Cancellation tokens and grain references never come here.</summary>
    /// <param name="value">The argument, result or stream item.</param>
    /// <param name="declaredType">Its type in the interface.</param>
    object? RoundTrip(object? value, Type declaredType);
}
