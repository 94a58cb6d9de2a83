using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Cli.Enrolment;

/// <summary>Lines of JSON, one object each (NDJSON).</summary>
internal sealed class PeopleObjects : IPeopleRows
{
    /// <inheritdoc/>
    public Outcome<InsurerFields> Read(ReadOnlySpan<byte> line) => InsurerJson.Read(line);
}
