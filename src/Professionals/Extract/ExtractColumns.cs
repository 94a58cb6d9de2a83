using System.Collections.Immutable;
using System.Text;

namespace MonEspaceSante.Professionals.Extract;

/// <summary>
/// The columns of the public extract « Personne et activité » of the national directory (PS_LibreAcces_Personne_activite, published by the
/// Agence du numérique en santé): pipe-separated UTF-8, a header line, one line per person and situation of exercise.
/// </summary>
internal static class ExtractColumns
{
    /// <summary>The header: the names of all columns, in their order. Those that are read are found by name, wherever they stand.</summary>
    public static readonly ImmutableArray<string> All =
    [
        "Type d'identifiant PP", "Identifiant PP", "Identification nationale PP", "Code civilité d'exercice", "Libellé civilité d'exercice",
        "Code civilité", "Libellé civilité", "Nom d'exercice", "Prénom d'exercice", "Code profession", "Libellé profession",
        "Code catégorie professionnelle", "Libellé catégorie professionnelle", "Code type savoir-faire", "Libellé type savoir-faire",
        "Code savoir-faire", "Libellé savoir-faire", "Code mode exercice", "Libellé mode exercice", "Numéro SIRET site", "Numéro SIREN site",
        "Numéro FINESS site", "Numéro FINESS établissement juridique", "Identifiant technique de la structure", "Raison sociale site",
        "Enseigne commerciale site", "Complément destinataire (coord. structure)", "Complément point géographique (coord. structure)",
        "Numéro Voie (coord. structure)", "Indice répétition voie (coord. structure)", "Code type de voie (coord. structure)",
        "Libellé type de voie (coord. structure)", "Libellé Voie (coord. structure)", "Mention distribution (coord. structure)",
        "Bureau cedex (coord. structure)", "Code postal (coord. structure)", "Code commune (coord. structure)", "Libellé commune (coord. structure)",
        "Code pays (coord. structure)", "Libellé pays (coord. structure)", "Téléphone (coord. structure)", "Téléphone 2 (coord. structure)",
        "Télécopie (coord. structure)", "Adresse e-mail (coord. structure)", "Code Département (structure)", "Libellé Département (structure)",
        "Ancien identifiant de la structure", "Autorité d'enregistrement", "Code secteur d'activité", "Libellé secteur d'activité",
        "Code section tableau pharmaciens", "Libellé section tableau pharmaciens", "Code rôle", "Libellé rôle", "Code genre activité",
        "Libellé genre activité",
    ];

    /// <summary>The columns that are read; the extract says more, and what is not read is not kept.</summary>
    public static readonly ImmutableArray<string> Read =
    [
        "Type d'identifiant PP", "Identifiant PP", "Libellé civilité d'exercice", "Nom d'exercice", "Prénom d'exercice",
        "Code profession", "Libellé profession", "Code catégorie professionnelle", "Code type savoir-faire", "Code savoir-faire", "Libellé savoir-faire",
        "Numéro SIRET site", "Numéro SIREN site", "Numéro FINESS site", "Identifiant technique de la structure", "Raison sociale site",
        "Numéro Voie (coord. structure)", "Libellé type de voie (coord. structure)", "Libellé Voie (coord. structure)",
        "Code postal (coord. structure)", "Libellé commune (coord. structure)", "Téléphone (coord. structure)", "Code secteur d'activité",
        "Libellé secteur d'activité",
    ];

    /// <summary>Where each column of <see cref="Read"/> stands in a file whose header is <paramref name="header"/>.</summary>
    /// <exception cref="InvalidDataException">Columns are missing; the message names them.</exception>
    public static int[] Places(ReadOnlySpan<byte> header, out int columns)
    {
        string[] names = [.. Encoding.UTF8.GetString(header).TrimStart('\uFEFF').Split('|').Select(name => name.Trim())];
        columns = names.Length;
        var missing = Read.Except(names).ToList();
        return missing.Count == 0 ? [.. Read.Select(name => Array.IndexOf(names, name))]
            : throw new InvalidDataException($"The file is no extract of the directory: its header lacks {string.Join(", ", missing)}.");
    }
}

/// <summary>The columns of <see cref="ExtractColumns.Read"/>, by their place there.</summary>
internal enum Column
{
    IdentifierType, Identifier, Civility, Surname, GivenName, Profession, ProfessionLabel, Category, KnowHowType, KnowHow, KnowHowLabel,
    Siret, Siren, Finess, TechnicalId, StructureName, StreetNumber, StreetType, Street, PostalCode, Town, Telephone,
    Sector, SectorLabel,
}
