namespace MonEspaceSante.Cli.Campaigns;

/// <summary>Where the files of a campaign are.</summary>
/// <param name="Work">The folder of batches that have not left.</param>
/// <param name="Print">Where the printer finds letters.</param>
/// <param name="Outbox">Where mails leave from.</param>
/// <param name="Site">The address of the portal, without a scheme.</param>
internal sealed record CampaignPlaces(string Work, string Print, string Outbox, string Site)
{
    /// <summary>
    /// Lets the letters and mails of <paramref name="folder"/> go. Each file is moved, whole: what has gone before
    /// an interruption is not in the folder any more, and does not go again.
    /// </summary>
    public void Release(BatchFolder folder)
    {
        Directory.CreateDirectory(Print);
        Directory.CreateDirectory(Outbox);
        foreach (var mail in Directory.GetFiles(folder.Mails).Order(StringComparer.Ordinal))
        {
            File.Move(mail, Path.Combine(Outbox, $"{folder.Name}-{Path.GetFileName(mail)}"));
        }

        foreach (var file in new[] { folder.Addresses, folder.Letters }.Where(File.Exists))
        {
            File.Move(file, Path.Combine(Print, $"{folder.Name}-{Path.GetFileName(file)}"));
        }

        folder.Delete();
    }
}
