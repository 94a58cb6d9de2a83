using System.Collections.Immutable;

namespace MonEspaceSante.Professionals.Extract;

/// <summary>Why a line of the extract is left aside.</summary>
public enum LineFault
{
    /// <summary>It has more or fewer cells than the header.</summary>
    CellsMiscounted,

    /// <summary>It is not UTF-8.</summary>
    NotUtf8,

    /// <summary>The person is known by another register than the RPPS, such as ADELI: nobody of theirs holds a certificate that is accepted.</summary>
    OtherRegister,

    /// <summary>The RPPS number has a wrong length, letters, or a wrong check digit.</summary>
    NumberInvalid,

    /// <summary>No surname.</summary>
    NameMissing,

    /// <summary>No profession.</summary>
    ProfessionMissing,

    /// <summary>A student (category E): comes in under nobody's responsibility but a supervisor's, which the extract does not name.</summary>
    InTraining,
}

/// <summary>What came of reading an extract.</summary>
/// <param name="Lines">Lines after the header, empty ones not counted.</param>
/// <param name="Practitioners">Different professionals.</param>
/// <param name="Structures">Different structures.</param>
/// <param name="LeftAside">How many lines were left aside, by fault.</param>
/// <param name="Trouble">Why the file as a whole could not be taken, in which case nothing has changed; else <see langword="null"/>.</param>
public sealed record LoadReport(int Lines, int Practitioners, int Structures, ImmutableSortedDictionary<LineFault, int> LeftAside, string? Trouble = null)
{
    /// <summary>The file could not be taken.</summary>
    public static LoadReport Failed(string trouble) => new(0, 0, 0, ImmutableSortedDictionary<LineFault, int>.Empty, trouble);

    /// <summary>The faults and their numbers, in words; empty where no line was left aside.</summary>
    public string Faults() => string.Join(", ", LeftAside.Select(fault => $"{fault.Key} {fault.Value}"));
}
