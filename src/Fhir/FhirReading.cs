using System.Diagnostics.CodeAnalysis;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir;

/// <summary>What a FHIR body says, or everything that is wrong with it.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="Value">What was read; <see langword="null"/> where there is a fault.</param>
/// <param name="Faults">Each fault, with the FHIRPath of the element that is wrong; the first hundred at most.</param>
public sealed record FhirReading<T>(T? Value, IReadOnlyList<Refusal> Faults)
    where T : class
{
    /// <summary>Whether nothing is wrong.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Accepted => Value is not null;
}
