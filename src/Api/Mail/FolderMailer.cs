using System.Globalization;
using System.Text;

namespace MonEspaceSante.Api.Mail;

/// <summary>Writes mails as files into a folder, so that every flow can be followed without a mail server.</summary>
internal sealed class FolderMailer(string folder, TimeProvider time) : IMailer
{
    public async Task SendAsync(string address, Letter letter)
    {
        Directory.CreateDirectory(folder);
        var now = time.GetUtcNow();
        var name = string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMdd'T'HHmmss'.'fffffff}-{Guid.NewGuid():N}.eml");
        var text = string.Create(CultureInfo.InvariantCulture,
            $"Date: {now:R}\r\nTo: {address}\r\nSubject: {letter.Subject}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{letter.Text.ReplaceLineEndings("\r\n")}");

        // Under another name first: whoever watches the folder sees whole mails only.
        var draft = Path.Combine(folder, name + ".tmp");
        await File.WriteAllTextAsync(draft, text, new UTF8Encoding(false));
        File.Move(draft, Path.Combine(folder, name));
    }
}
