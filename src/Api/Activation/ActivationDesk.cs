using System.Globalization;
using System.Security.Cryptography;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Assistance;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.SignIn;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Api.Activation;

/// <summary>What a person says of themselves: it finds them, it proves nothing (security design, rule 1).</summary>
internal sealed record Traits(Ins Ins, DateOnly BirthDate, string? CardSerial);

/// <summary>An attempt that has begun.</summary>
internal sealed record BegunActivation(string Attempt, ValueList<OfferedChannel> Channels);

/// <summary>A person who has proven who they are.</summary>
internal sealed record ProvenPerson(string Attempt, EnrolledPerson Person);

/// <summary>
/// The steps of an activation that strangers take, at home or at a counter: traits, a new code, the code. Each does the same work and answers the
/// same whether the person exists, has objected, has closed their space, or is nobody (security design, rule 5).
/// </summary>
internal sealed class ActivationDesk(TryGate gate, PatientDirectory patients, IGrainFactory grains, IKeyRing keys, CodeDispatch dispatch)
{
    // 128 bits in hexadecimal.
    private const int TokenLength = 32;

    // The traits and the code.
    private const int TriesOfAnActivation = 2;

    public static readonly Caller Component = new Caller.Platform("activation");

    /// <summary>Somebody says who they are, or who is in front of them at a counter. The try is never given back here, known or not: a right code does.</summary>
    public async Task<Outcome<BegunActivation>> BeginAsync(Traits traits, CounterHelp? help = null)
    {
        using var acting = CallerContext.Become(Component);
        var key = await patients.KeyOf(traits.Ins);
        var found = await patients.FindAlikeAsync(key);
        var matches = found.Accepted && found.Value.Sheet.BirthDate == traits.BirthDate && found.Value.Sheet.CardSerial == traits.CardSerial;
        var invented = OfferedChannel.Invented(await KeyOf(traits));
        var attempt = NewToken();

        // Who knows a number alone must not burn the code of its person.
        await grains.GetGrain<IActivationGrain>(attempt).Begin(matches ? key : key.Decoy(), matches ? found.Value : null, help);
        return new BegunActivation(attempt, matches ? OfferedChannel.Of(found.Value!.Sheet) : invented);
    }

    /// <summary>Somebody asks for a new code. The one before opens nothing any more.</summary>
    public async Task<Outcome<Done>> AskForCodeAsync(string? token, CodeChannel channel)
    {
        using var acting = CallerContext.Become(Component);
        var asked = Find(token) is { } activation ? await activation.AskForCode() : SignInRefusals.AttemptOver;
        if (!asked.Accepted)
        {
            return asked.Refusal;
        }

        var (key, person) = (asked.Value.Key, asked.Value.Person);
        var code = CodeDispatch.New();
        var sending = await grains.GetGrain<ILoginGuardGrain>(key.Bucket).AskForCode(new AskForCode(key, SlowDigest.New(code), CodeDispatch.Reaches(person, channel)));
        if (sending.Value is { Sent: true })
        {
            dispatch.Send(person!.Sheet, channel, code);
        }

        return Done.Answer;
    }

    /// <summary>Somebody enters a code: one try of the source, one slow digest, one event where nothing opens.</summary>
    public async Task<Outcome<ProvenPerson>> ProveAsync(HttpContext context, string? token, string? typed)
    {
        using var acting = CallerContext.Become(Component);
        var current = await CurrentAsync(token);
        if (!current.Accepted)
        {
            return current.Refusal;
        }

        if (CredentialRules.ReadCode(typed) is not { } code)
        {
            return SignInRefusals.Refused;
        }

        var attempt = current.Value;
        var guard = grains.GetGrain<ILoginGuardGrain>(attempt.Key.Bucket);
        var digest = SlowDigest.Of(code, await guard.CodeSalt(attempt.Key) ?? SlowDigest.Decoy());
        var tried = await guard.TryCode(new TryCode(attempt.Key, digest));
        if (!tried.Accepted)
        {
            return tried.Refusal;
        }

        await gate.OpenedAsync(context, attempt.Proven ? 1 : TriesOfAnActivation);
        return new ProvenPerson(await ProvenAsync(token!, attempt), attempt.Person!);
    }

    /// <summary>The attempt of <paramref name="token"/>, as it stands.</summary>
    public Task<Outcome<ActivationAttempt>> CurrentAsync(string? token) =>
        Find(token)?.Who() ?? Task.FromResult<Outcome<ActivationAttempt>>(SignInRefusals.AttemptOver);

    // Only what can be a token of ours becomes the key of a grain.
    public IActivationGrain? Find(string? token) =>
        token is { Length: TokenLength } && token.All(char.IsAsciiHexDigitLower) ? grains.GetGrain<IActivationGrain>(token) : null;

    // Whoever began an attempt at a counter knows its token: from the proof on, the person alone knows another.
    private async Task<string> ProvenAsync(string token, ActivationAttempt attempt)
    {
        if (attempt is not { Help: { } help, Person: { } person })
        {
            await Find(token)!.Prove();
            return token;
        }

        using (CallerContext.Become(help.By))
        {
            await grains.GetGrain<ISpaceGrain>(person.Space.Value).RecordAssistance(Envelope.Once(), new RecordAssistance(person.Sheet, help.Agent));
        }

        var own = NewToken();
        await Find(own)!.Begin(attempt.Key, person);
        await Find(own)!.Prove();
        await Find(token)!.End();
        return own;
    }

    private static string NewToken() => RandomNumberGenerator.GetHexString(TokenLength, lowercase: true);

    private async Task<BlindKey> KeyOf(Traits traits) => BlindKey.Of(
        "traits", string.Create(CultureInfo.InvariantCulture, $"{traits.Ins}|{traits.BirthDate:O}|{traits.CardSerial}"),
        (await keys.PurposeKeyAsync(PatientDirectory.IdentityKey, CancellationToken.None)).Span);
}
