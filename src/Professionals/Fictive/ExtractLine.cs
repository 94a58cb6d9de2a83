using MonEspaceSante.Professionals.Extract;

namespace MonEspaceSante.Professionals.Fictive;

/// <summary>One line of an extract, as its writer fills it; columns that are not named here stay empty.</summary>
internal sealed record ExtractLine
{
    public required string Number { get; init; }

    public required string Surname { get; init; }

    public required string GivenName { get; init; }

    public required string Profession { get; init; }

    public required string ProfessionLabel { get; init; }

    public string Category { get; init; } = "C";

    public string? Speciality { get; init; }

    public string? SpecialityLabel { get; init; }

    public string? Siret { get; init; }

    public string? Siren { get; init; }

    public string? Finess { get; init; }

    public string? StructureName { get; init; }

    public string? StreetNumber { get; init; }

    public string? Street { get; init; }

    public string? PostalCode { get; init; }

    public string? Town { get; init; }

    public string? Telephone { get; init; }

    public string? Sector { get; init; }

    /// <summary>The line, its last cell closed by a bar as in the public extract.</summary>
    public override string ToString() => string.Concat(ExtractColumns.All.Select(column => Cell(column) + "|"));

    private string? Cell(string column) => column switch
    {
        "Type d'identifiant PP" => "8",
        "Identifiant PP" => Number,
        "Identification nationale PP" => "8" + Number,
        "Nom d'exercice" => Surname,
        "Prénom d'exercice" => GivenName,
        "Code profession" => Profession,
        "Libellé profession" => ProfessionLabel,
        "Code catégorie professionnelle" => Category,
        "Code type savoir-faire" => Speciality is null ? null : "S",
        "Code savoir-faire" => Speciality,
        "Libellé savoir-faire" => SpecialityLabel,
        "Numéro SIRET site" => Siret,
        "Numéro SIREN site" => Siren,
        "Numéro FINESS site" => Finess,
        "Raison sociale site" => StructureName,
        "Numéro Voie (coord. structure)" => StreetNumber,
        "Libellé Voie (coord. structure)" => Street,
        "Code postal (coord. structure)" => PostalCode,
        "Libellé commune (coord. structure)" => Town,
        "Téléphone (coord. structure)" => Telephone,
        "Code secteur d'activité" => Sector,
        _ => null,
    };
}
