using MonEspaceSante.Fhir.Summary;

namespace MonEspaceSante.Fhir.Exports;

/// <summary>The words of the page of an export, in one language.</summary>
internal sealed record ExportWords(
    string Code, string Title, string OtherLanguage, string OtherPage, string Documents, IReadOnlyList<string> Columns, string Unreadable, string Others,
    string Moment)
{
    private static readonly ExportWords French = new(
        "fr", "Tout ce que contient votre espace santé", "This page in English", "index.en.html", "Documents", ["Titre", "Type", "Date", "Auteur", "Remarque"],
        "Ce fichier n’a pas pu être lu en entier.", "Autres fichiers", "d MMMM yyyy 'à' HH 'h' mm");

    private static readonly ExportWords English = new(
        "en", "All that your health space holds", "Cette page en français", "index.html", "Documents", ["Title", "Type", "Date", "Author", "Note"],
        "This file could not be read whole.", "Other files", "d MMMM yyyy, HH:mm");

    public static ExportWords In(SummaryLanguage language) => language is SummaryLanguage.English ? English : French;
}
