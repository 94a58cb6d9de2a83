using System.Globalization;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Papers;
using MonEspaceSante.Papers.Pdf;

namespace MonEspaceSante.Api.Mail;

/// <summary>Writes letters as PDF files into a folder, French page first, for whoever prints and posts them.</summary>
internal sealed class FolderLetterPress(string folder, TimeProvider time) : ILetterPress
{
    private const string Site = "monespacesante.example";

    public async Task PrintAsync(HolderSheet sheet, string code)
    {
        Directory.CreateDirectory(folder);
        var now = time.GetUtcNow();
        var letter = new InformationLetter(sheet, sheet, code, now, Site);
        var name = string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMdd'T'HHmmss'.'fffffff}-{Guid.NewGuid():N}.pdf");

        // Under another name first: whoever watches the folder sees whole letters only.
        var draft = Path.Combine(folder, name + ".tmp");
        await File.WriteAllBytesAsync(draft, PdfFile.Of(letter.In(PaperLanguage.French), letter.In(PaperLanguage.English)));
        File.Move(draft, Path.Combine(folder, name));
    }
}
