using System.Globalization;
using System.Text;

namespace MonEspaceSante.Api.Mail;

/// <summary>Writes text messages as files into a folder, so that every flow can be followed without an operator.</summary>
internal sealed class FolderTextMessenger(string folder, TimeProvider time) : ITextMessenger
{
    public async Task SendAsync(string number, string text)
    {
        Directory.CreateDirectory(folder);
        var name = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyyMMdd'T'HHmmss'.'fffffff}-{Guid.NewGuid():N}.txt");

        // Under another name first: whoever watches the folder sees whole messages only.
        var draft = Path.Combine(folder, name + ".tmp");
        await File.WriteAllTextAsync(draft, $"To: {number}\r\n\r\n{text}\r\n", new UTF8Encoding(false));
        File.Move(draft, Path.Combine(folder, name));
    }
}
