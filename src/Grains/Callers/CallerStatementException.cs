using Orleans;

namespace MonEspaceSante.Grains.Callers;

/// <summary>A grain call came without a valid statement of who calls (security design, rule 18 and R19). Nothing was done.</summary>
[GenerateSerializer]
[Alias("mes.caller-statement-exception")]
public sealed class CallerStatementException : Exception
{
    /// <summary>A refusal with its reason.</summary>
    public CallerStatementException(string message)
        : base(message)
    {
    }
}
