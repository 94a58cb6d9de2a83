using System.Globalization;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Edge;

/// <summary>Fictive people, all with the same attending doctor, and their papers.</summary>
internal static class Fictive
{
    public static readonly Caller.Organisation Laboratory = new(
        StructureId.Parse(DevelopmentPeople.Laboratory.Subject.IdNatStruct, null), "Laboratoire fictif", "BENCH", new string('d', 64));

    public static readonly Caller.Professional Doctor = new(
        ProfessionalId.Parse(DevelopmentPeople.Gp.IdNatPs, null), "Camille GENERALISTE", DevelopmentPeople.Gp.ProfessionCode, null, null, new string('d', 64));

    public static readonly AccessContext Ordinary = new(AccessMode.Normal, null, ConsentDeclaration.None);

    /// <summary>The <paramref name="number"/>-th person, below a million; informed long ago, so that the space has opened by itself.</summary>
    public static HolderSheet Holder(int number)
    {
        // Birth abroad in country 990, which does not exist.
        var (year, month, rank) = (number / 12_000, (number / 1_000 % 12) + 1, number % 1_000);
        var matricule = string.Create(CultureInfo.InvariantCulture, $"2{year:00}{month:00}99990{rank:000}");
        matricule += Ins.Key(matricule).ToString("00", CultureInfo.InvariantCulture);
        return new(
            Ins.Read(InsAuthority.Nir, matricule).Value, "ESSAI", "Personne", new(1900 + year, month, 1), Sex.Female, "99990",
            AttendingDoctor: Doctor.Id, InformedAt: DateTimeOffset.UtcNow - Space.OppositionWindow - TimeSpan.FromDays(1));
    }

    /// <summary>A blood test; <paramref name="labels"/> say who hears of it.</summary>
    public static DocumentDraft BloodTest(Labels labels = Labels.Normal) => new(
        $"urn:uuid:{Guid.NewGuid()}", "11502-2", null, "Prise de sang", "application/pdf", null, "fr-FR", DateTimeOffset.UtcNow.AddDays(-1),
        null, null, null, null, [], labels);

    /// <summary>What a real content of 100 KB is filed as, where nobody will open it.</summary>
    public static DocumentContent NeverOpened(SpaceId space) => new(
        $"000/{space}/d/{Guid.NewGuid():N}/0123456789abcdef", Convert.ToBase64String(new byte[32]), 100_000, new string('a', 64), Convert.ToBase64String(new byte[20]));

    /// <summary>Bytes that pass for a PDF and do not compress.</summary>
    public static byte[] Content(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);
        "%PDF-1.7"u8.CopyTo(content);
        return content;
    }
}
