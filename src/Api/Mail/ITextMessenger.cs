namespace MonEspaceSante.Api.Mail;

/// <summary>Sends text messages. They carry no health data and no name (security design, rule 31).</summary>
internal interface ITextMessenger
{
    /// <summary>Sends <paramref name="text"/> to the telephone <paramref name="number"/>; answers when it is on its way.</summary>
    Task SendAsync(string number, string text);
}
