namespace MonEspaceSante.Pki.Professionals;

/// <summary>The national directory of health professionals (RPPS), as far as judging a certificate needs it.</summary>
/// <remarks>Asked on every judgement: answers from memory, in microseconds, to many threads at once.</remarks>
public interface IProfessionalDirectory
{
    /// <summary>The professional whose RPPS is <paramref name="rpps"/> (11 digits), or null when there is none.</summary>
    DirectoryEntry? Find(string rpps);
}
