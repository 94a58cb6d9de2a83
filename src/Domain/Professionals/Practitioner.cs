using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Professionals;

/// <summary>A health professional of the national directory (annuaire santé), as its public extract tells them.</summary>
/// <param name="Id">Logical identity: 16 hexadecimal digits that say nothing of the number, fit for addresses.</param>
/// <param name="Number">The RPPS number.</param>
/// <param name="Civility">The label of the civility of exercise, such as « Docteur », where one is given.</param>
/// <param name="Surname">The surname of exercise.</param>
/// <param name="GivenName">The given name of exercise; empty where the directory has none.</param>
/// <param name="Situations">What they practise and where, in the order of the extract; at least one.</param>
public sealed record Practitioner(
    string Id, Rpps Number, string? Civility, string Surname, string GivenName, ValueList<Situation> Situations);

/// <summary>One situation of exercise: one profession, one speciality at most, in one structure at most.</summary>
/// <param name="Id">Logical identity: that of the practitioner, a hyphen, the rank of the situation in the extract.</param>
/// <param name="PractitionerId">Logical identity of the practitioner.</param>
/// <param name="PractitionerName">Given name and surname of exercise.</param>
/// <param name="Profession">Code and label of the profession (TRE_G15).</param>
/// <param name="Speciality">Code and label of the ordinal speciality (TRE_R38), where there is one.</param>
/// <param name="Structure">Where; <see langword="null"/> where the extract names no structure.</param>
/// <param name="Sector">Code and label of the sector of activity (TRE_R02), where there is one.</param>
public sealed record Situation(
    string Id, string PractitionerId, string PractitionerName, CodeAndLabel Profession, CodeAndLabel? Speciality, Structure? Structure,
    CodeAndLabel? Sector = null);

/// <summary>A place where professionals practise (structure): hospital, surgery, pharmacy, laboratory.</summary>
/// <param name="Id">Logical identity: 16 hexadecimal digits.</param>
/// <param name="NationalId">National identifier (idNat_Struct), or the directory's technical number where the structure has no other.</param>
/// <param name="Name">Its name.</param>
/// <param name="Street">Number and street; empty where the extract has none.</param>
/// <param name="PostalCode">Postal code; empty where the extract has none.</param>
/// <param name="Town">Label of the commune; empty where the extract has none.</param>
/// <param name="Telephone">Telephone; empty where the extract has none.</param>
public sealed record Structure(
    string Id, string NationalId, string Name, string Street, string PostalCode, string Town, string Telephone);

/// <summary>A code of a national terminology and its label.</summary>
public sealed record CodeAndLabel(string Code, string Label);
