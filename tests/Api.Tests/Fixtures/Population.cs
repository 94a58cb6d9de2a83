using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Api.Sessions;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Identity;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.SignIn;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Fixtures;

/// <summary>A fictive person, enrolled.</summary>
public sealed record Person(SpaceId Space, HolderSheet Sheet)
{
    public string Matricule => Sheet.Ins.Matricule;

    public string Name => $"{Sheet.FirstName} {Sheet.BirthName}";

    /// <summary>The header by which somebody acts in the person's space.</summary>
    public (string Name, string Value) ActedFor => ("Mes-Acting-For", Space.Value);

    public string System => Sheet.Ins.System;

    /// <summary>The person as FHIR searches name patients.</summary>
    public string Token => Uri.EscapeDataString($"{System}|{Matricule}");
}

/// <summary>Enrols people, and brings them in by the back door where how they come in is not what a test is about.</summary>
public sealed class Population(IServiceProvider services)
{
    private static readonly ProfessionalId Gp = ProfessionalId.Parse(DevelopmentPeople.Gp.IdNatPs, null);
    private static int _born;

    private readonly IGrainFactory _grains = services.GetRequiredService<IGrainFactory>();
    private readonly SessionDesk _sessions = services.GetRequiredService<SessionDesk>();
    private readonly PatientDirectory _patients = services.GetRequiredService<PatientDirectory>();

    /// <summary>Somebody whose space has opened by itself, and who has not come yet. The general practitioner is the attending doctor.</summary>
    public Task<Person> EnrolAsync() => EnrolAsync(TimeSpan.FromDays(100));

    /// <summary>Somebody who got the letter <paramref name="ago"/>, with or without an attending doctor.</summary>
    public async Task<Person> EnrolAsync(TimeSpan ago, bool attended = true, DateOnly? born = null, Person? onCardOf = null)
    {
        var number = Interlocked.Increment(ref _born);
        var sheet = new HolderSheet(
            InsOf(number), $"ESSAI-{Letters(number)}", $"Personne {Letters(number)}", born ?? new(1961, 3, 4), Sex.Female, "99990",
            string.Create(CultureInfo.InvariantCulture, $"8025{number:0000000}"), null, attended ? Gp : null, services.GetRequiredService<TimeProvider>().GetUtcNow() - ago);
        using var acting = CallerContext.Become(new Caller.Platform("tests"));
        var key = await _patients.KeyOf(sheet.Ins);
        if (onCardOf is not null)
        {
            var card = await _patients.KeyOf(onCardOf.Sheet.Ins);
            sheet = sheet with { AttachedTo = [card] };
            Assert.True((await _grains.GetGrain<IIdentityBucketGrain>(card.Bucket).List(Envelope.Once(), new ListDependant(card, key))).Accepted);
        }

        var enrolled = await _grains.GetGrain<IIdentityBucketGrain>(key.Bucket).Enrol(Envelope.Once(), new EnrolPerson(key, SpaceId.Random(), sheet));
        Assert.True(enrolled.Accepted);
        return new(enrolled.Value.Space, sheet);
    }

    /// <summary>The provisional code of a letter that goes out to <paramref name="person"/>.</summary>
    public async Task<string> WriteAsync(Person person)
    {
        using var acting = CallerContext.Become(new Caller.Platform("tests"));
        var key = await _patients.KeyOf(person.Sheet.Ins);
        var code = new string(RandomNumberGenerator.GetItems<char>(CredentialRules.CodeAlphabet, CredentialRules.CodeLength));
        Assert.True((await _grains.GetGrain<ILoginGuardGrain>(key.Bucket).IssueCode(new IssueCode(key, SlowDigest.New(code)))).Accepted);
        return code;
    }

    /// <summary>Somebody who has activated their space, with the choices of the law's default.</summary>
    public Task<Person> ActivatedAsync() => ActivatedAsync(PrivacyChoices.Unexpressed);

    /// <summary>Somebody who has activated their space with <paramref name="choices"/>.</summary>
    public async Task<Person> ActivatedAsync(PrivacyChoices choices, bool attended = true)
    {
        var person = await EnrolAsync(TimeSpan.FromDays(100), attended);
        using var acting = CallerContext.Become(new Caller.Holder(person.Space));
        var activated = await SpaceOf(person).Activate(Envelope.Once(), new ActivateSpace(person.Sheet, choices));
        Assert.True(activated.Accepted);
        return person;
    }

    /// <summary>The person refuses the space.</summary>
    public async Task OpposeAsync(Person person)
    {
        using var acting = CallerContext.Become(new Caller.Holder(person.Space));
        Assert.True((await SpaceOf(person).Oppose(Envelope.Once(), new Oppose(person.Sheet))).Accepted);
    }

    /// <summary>The person closes the space.</summary>
    public async Task CloseAsync(Person person)
    {
        using var acting = CallerContext.Become(new Caller.Holder(person.Space));
        Assert.True((await SpaceOf(person).Close(Envelope.Once(), new CloseSpace())).Accepted);
    }

    /// <summary>The insurer tells that the person has died.</summary>
    public async Task DieAsync(Person person)
    {
        using var acting = CallerContext.Become(new Caller.Platform("tests"));
        var key = await _patients.KeyOf(person.Sheet.Ins);
        var sheet = person.Sheet with { DiedOn = person.Sheet.BirthDate.AddYears(60) };
        Assert.True((await _grains.GetGrain<IIdentityBucketGrain>(key.Bucket).Enrol(Envelope.Once(), new EnrolPerson(key, person.Space, sheet))).Accepted);
        Assert.True((await SpaceOf(person).RecordDeath(Envelope.Once(), new RecordDeath())).Accepted);
    }

    /// <summary>A token of a new session of <paramref name="person"/>.</summary>
    public async Task<string> SignInAsync(Person person)
    {
        using var acting = CallerContext.Become(new Caller.Platform("tests"));
        var signedIn = await _sessions.SignInAsync(person.Space, Factor.Federation, new DefaultHttpContext());
        return signedIn.Value!.Token;
    }

    /// <summary>The person authorises the professional of <paramref name="id"/>.</summary>
    public async Task AuthoriseAsync(Person person, string id)
    {
        using var acting = CallerContext.Become(new Caller.Holder(person.Space));
        Assert.True((await SpaceOf(person).Authorise(Envelope.Once(), new Authorise(AccessSubject.Of(ProfessionalId.Parse(id, null)), ""))).Accepted);
    }

    /// <summary>The person blocks <paramref name="subject"/>.</summary>
    public async Task BlockAsync(Person person, AccessSubject subject)
    {
        using var acting = CallerContext.Become(new Caller.Holder(person.Space));
        Assert.True((await SpaceOf(person).Block(Envelope.Once(), new BlockProfessional(subject))).Accepted);
    }

    /// <summary><paramref name="guardian"/> represents the person, an adult.</summary>
    public async Task RepresentAsync(Person person, Person guardian)
    {
        using var acting = CallerContext.Become(new Caller.Platform("tests"));
        Assert.True((await SpaceOf(person).Name(
            Envelope.Once(), new NameRepresentative(person.Sheet, guardian.Space, guardian.Name, RepresentationKind.Guardianship))).Accepted);
    }

    /// <summary>The person invites <paramref name="carer"/>, who accepts.</summary>
    public async Task CareAsync(Person person, Person carer, CarerRights? rights = null)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        Outcome<Invitation> invited;
        using (CallerContext.Become(new Caller.Holder(person.Space)))
        {
            invited = await SpaceOf(person).Invite(Envelope.Once(), new InviteCarer(
                await _patients.KeyOf(carer.Sheet.Ins), carer.Name, carer.Space, new(now, now.AddYears(1), rights ?? CarerRights.Full)));
        }

        using var accepting = CallerContext.Become(new Caller.Holder(carer.Space));
        Assert.True((await SpaceOf(person).Answer(Envelope.Once(), new AnswerInvitation(invited.Value!.Id, true))).Accepted);
    }

    /// <summary>The person ends the delegation of <paramref name="carer"/>.</summary>
    public async Task EndCareAsync(Person person, Person carer)
    {
        using var acting = CallerContext.Become(new Caller.Holder(person.Space));
        Assert.True((await SpaceOf(person).End(Envelope.Once(), new EndDelegation(carer.Space))).Accepted);
    }

    /// <summary>A matricule that nobody has: born abroad, in a country that does not exist.</summary>
    public static Ins InsOf(int number)
    {
        var thirteen = string.Create(CultureInfo.InvariantCulture, $"2{61 + (number / 1000)}0399990{number % 1000:000}");
        return Ins.Read(InsAuthority.Nir, string.Create(CultureInfo.InvariantCulture, $"{thirteen}{Ins.Key(thirteen):00}")).Value;
    }

    private ISpaceGrain SpaceOf(Person person) => _grains.GetGrain<ISpaceGrain>(person.Space.Value);

    private static string Letters(int number)
    {
        var letters = new StringBuilder();
        for (; number > 0; number /= 26)
        {
            letters.Append((char)('A' + (number % 26)));
        }

        return letters.ToString();
    }
}
