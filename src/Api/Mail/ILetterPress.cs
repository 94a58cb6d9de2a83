using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Api.Mail;

/// <summary>Prints letters with provisional codes, and posts them.</summary>
internal interface ILetterPress
{
    /// <summary>Has a letter printed that brings <paramref name="code"/> to the person of <paramref name="sheet"/>.</summary>
    Task PrintAsync(HolderSheet sheet, string code);
}
