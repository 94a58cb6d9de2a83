using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MonEspaceSante.Pki.Development;
using MonEspaceSante.Pki.Identities;
using MonEspaceSante.Pki.Judgement;
using MonEspaceSante.Pki.Revocation;
using MonEspaceSante.Pki.Tests.Judgement;
using static MonEspaceSante.Pki.Tests.HealthAuthorities;

namespace MonEspaceSante.Pki.Tests;

/// <summary>
/// Damaged certificates, lists and subjects are refused or, where a genuine authority signed the damage, judged: never an exception.
/// </summary>
public sealed class FuzzTests(HealthAuthorities world) : IClassFixture<HealthAuthorities>
{
    private const int Inputs = 10_000;
    private const int Signed = 2_000;

    [Fact]
    public void Ten_thousand_damaged_certificates_are_all_refused()
    {
        byte[][] samples = [world.Persons.Issue(Doctor).RawData, world.Organisations.Issue(Laboratory).RawData];
        var random = new Random(20_260_301);

        for (var i = 0; i < Inputs; i++)
        {
            var damaged = Mutation.Of(samples[i % samples.Length], random);
            if (Judge(damaged) is Verdict.Accepted && !IsSampleWithBytesAfter(damaged, samples))
            {
                Assert.Fail("Accepted: " + Convert.ToHexString(damaged));
            }
        }
    }

    [Fact]
    public void Damage_that_a_genuine_authority_signed_is_judged_without_an_exception()
    {
        var sample = Resealed.BodyOf(world.Persons.Issue(Doctor).RawData);
        var random = new Random(20_260_302);

        for (var i = 0; i < Signed; i++)
        {
            // Whoever is accepted is somebody whom the directory knows, under a well-formed number.
            var verdict = Judge(Resealed.Seal(Mutation.Of(sample, random), world.Persons));
            if (verdict is Verdict.Accepted { Identity: CertifiedProfessional somebody })
            {
                Assert.True(NationalIdentifiers.IsRpps(somebody.Rpps));
                Assert.NotNull(new DevelopmentDirectory().Find(somebody.Rpps));
            }
        }
    }

    [Fact]
    public void Ten_thousand_damaged_lists_never_clear_a_certificate()
    {
        var sample = ListOf(world.Persons, world.Kept(world.Persons.Issue(Doctor)));
        var random = new Random(20_260_303);
        var persons = world.Trust.Issuers[0];
        var store = new CrlStore(world.Trust);

        for (var i = 0; i < Inputs; i++)
        {
            var damaged = Mutation.Of(sample, random);
            store.Replace([damaged]);
            if (store.Check("4001", persons, Now) is not { } refusal || !IsAboutTheList(refusal))
            {
                Assert.Fail("Believed: " + Convert.ToHexString(damaged));
            }
        }
    }

    // A damage that chance does not bring in each run: it needs a signature that ends in an even octet.
    [Fact]
    public void A_list_whose_signature_has_spare_bits_is_another_list()
    {
        var kept = world.Kept(world.Persons.Issue(Doctor));
        var list = Enumerable.Range(0, 100).Select(_ => ListOf(world.Persons, kept)).First(signed => signed[^1] % 2 == 0);
        var store = new CrlStore(world.Trust);
        store.Replace([list]);
        Assert.Null(store.Check("4001", world.Trust.Issuers[0], Now));

        // BIT STRING: tag, length of what follows to the end, number of spare bits.
        var spare = Enumerable.Range(2, list.Length - 2).Last(place => list[place - 2] == 0x03 && list[place - 1] == list.Length - place && list[place] == 0);
        list[spare] = 1;
        store.Replace([list]);

        Assert.True(store.Check("4001", world.Trust.Issuers[0], Now) is { } refusal && IsAboutTheList(refusal));
    }

    [Fact]
    public void Damage_to_a_list_that_a_genuine_authority_signed_is_read_or_refused()
    {
        var sample = Resealed.BodyOf(ListOf(world.Persons, world.Kept(world.Persons.Issue(Doctor))));
        var random = new Random(20_260_304);
        var store = new CrlStore(world.Trust);
        var understood = 0;

        for (var i = 0; i < Signed; i++)
        {
            store.Replace([Resealed.Seal(Mutation.Of(sample, random), world.Persons)]);
            understood += store.Check("4001", world.Trust.Issuers[0], Now) is null ? 1 : 0;
        }

        // Some damage only changes a serial number or a date that is still current: such lists are genuine.
        Assert.InRange(understood, 1, Signed - 1);
    }

    [Fact]
    public void Ten_thousand_damaged_subjects_are_read_or_refused()
    {
        byte[][] samples = [Gp.ToName().RawData, Lab.ToName().RawData, DevelopmentPeople.Secretary.Subject.ToName().RawData];
        var random = new Random(20_260_305);

        for (var i = 0; i < Inputs; i++)
        {
            var damaged = Mutation.Of(samples[i % samples.Length], random);
            try
            {
                if (SubjectReading.Read(damaged, "", out var identity) is null)
                {
                    Assert.Matches("^[0-9][0-9AB]{9,14}(/[-._A-Za-z0-9]{1,40})?$", AcceptedCases.IdentifierOf(identity));
                }
            }
            catch (AsnContentException)
            {
                // What the judge calls a malformed certificate.
            }
        }
    }

    // Null where the platform itself cannot read the certificate: TLS would not have let it in.
    private Verdict? Judge(byte[] certificate)
    {
        using var read = TryLoad(certificate);
        return read is null ? null : world.Judge.Judge(read, [], Now);
    }

    private static X509Certificate2? TryLoad(byte[] certificate)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(certificate);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // The platform reads the first certificate of a file and leaves what follows: the judge then sees the sample itself.
    private static bool IsSampleWithBytesAfter(byte[] damaged, byte[][] samples) =>
        samples.Any(sample => damaged.AsSpan().StartsWith(sample));

    private static bool IsAboutTheList(CertificateRefusal refusal) =>
        refusal == CertificateRefusals.ListMissing || refusal == CertificateRefusals.ListInvalid;
}
