using MonEspaceSante.Fhir.Summary;

namespace MonEspaceSante.Fhir.Exports;

/// <summary>The words of the page of an export, in one language.</summary>
internal sealed record ExportWords(
    string Code, string Title, string OtherLanguage, string OtherPage, string Documents, IReadOnlyList<string> Columns, string Unreadable, string Others)
{
    private static readonly ExportWords French = new(
        "fr", "Export de Mon espace santé", "This page in English", "index.en.html", "Documents", ["Titre", "Type", "Date", "Auteur", "Remarque"],
        "Ce fichier n’a pas pu être lu en entier.", "Autres fichiers");

    private static readonly ExportWords English = new(
        "en", "Export of Mon espace santé", "Cette page en français", "index.html", "Documents", ["Title", "Type", "Date", "Author", "Note"],
        "This file could not be read whole.", "Other files");

    public static ExportWords In(SummaryLanguage language) => language is SummaryLanguage.English ? English : French;
}
