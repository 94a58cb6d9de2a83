using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Professionals;

/// <summary>Which professionals are looked for; what is <see langword="null"/> does not narrow. Case, accents and hyphens make no difference.</summary>
/// <param name="Name">Beginning of the surname, or surname and given name in either order.</param>
/// <param name="Town">Beginning of the name of the town.</param>
/// <param name="Speciality">Code of the speciality or of the profession.</param>
public sealed record ProfessionalSearch(string? Name = null, string? Town = null, string? Speciality = null);

/// <summary>Which structures are looked for; what is <see langword="null"/> does not narrow.</summary>
/// <param name="Name">Beginning of the name.</param>
/// <param name="Town">Beginning of the name of the town.</param>
public sealed record StructureSearch(string? Name = null, string? Town = null);

/// <summary>Which part of the answer is wanted.</summary>
/// <param name="Skip">How many matches come before it.</param>
/// <param name="Take">The most matches in it.</param>
public readonly record struct PageOf(int Skip, int Take);

/// <summary>A part of an answer.</summary>
/// <param name="Items">In alphabetical order, town by town where a town was given.</param>
/// <param name="Total">How many match in all.</param>
public sealed record Page<T>(ValueList<T> Items, int Total);
