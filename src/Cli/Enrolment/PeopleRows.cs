using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Cli.Enrolment;

/// <summary>How the lines of a file of people are written. What they mean is the domain's (<see cref="InsurerLine"/>).</summary>
internal interface IPeopleRows
{
    /// <summary>What a line says, as texts.</summary>
    Outcome<InsurerFields> Read(ReadOnlySpan<byte> line);
}
