using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Storage.Journals;
using Orleans;

namespace MonEspaceSante.Grains.SignIn;

[GrainType("login-guard")]
internal sealed class LoginGuardGrain(JournalServices services, ILogger<LoginGuardGrain> logger)
    : JournaledGrain<GuardEvent>(services, logger), ILoginGuardGrain
{
    private readonly LoginGuard _guard = new();

    protected override JournalId JournalId => JournalId.Of(LoginGuard.JournalKind, this.GetPrimaryKeyLong().ToString(CultureInfo.InvariantCulture));

    protected override JsonTypeInfo<GuardEvent> EventType => DomainJson.Default.GuardEvent;

    protected override int SnapshotSchema => GuardSnapshot.Schema;

    public Task<Outcome<Done>> IssueCode(IssueCode command) =>
        Commit(Envelope.Once(), act => Domain.SignIn.IssueCode.Decide(_guard, command, act.At), GrainsJson.Default.Done);

    public Task<Outcome<CodeSending>> AskForCode(AskForCode command) =>
        Commit(Envelope.Once(), act => Domain.SignIn.AskForCode.Decide(_guard, command, act.At), GrainsJson.Default.CodeSending);

    public Task<string?> CodeSalt(BlindKey person) => Task.FromResult(_guard.TryFindCode(person, out var code) ? code.Secret.Salt : null);

    public Task<Outcome<Done>> TryCode(TryCode command) =>
        Commit(Envelope.Once(), act => Domain.SignIn.TryCode.Decide(_guard, command, act.At), GrainsJson.Default.Done);

    public Task<Outcome<Done>> SpendCode(SpendCode command) =>
        Commit(Envelope.Once(), act => Domain.SignIn.SpendCode.Decide(_guard, command, act.At), GrainsJson.Default.Done);

    public Task<Outcome<Done>> Register(RegisterLogin command) =>
        Commit(Envelope.Once(), _ => RegisterLogin.Decide(_guard, command), GrainsJson.Default.Done);

    public Task<KnownLogin?> Find(BlindKey login) =>
        Task.FromResult(CallerContext.Required is Caller.Platform && _guard.TryFindLogin(login, out var known) ? known : null);

    protected override void Apply(GuardEvent happened) => _guard.Apply(happened);

    protected override JsonText SnapshotState() => JsonText.Of(_guard.Snapshot(), DomainJson.Default.GuardSnapshot);

    protected override void RestoreState(JsonText state) => _guard.Restore(state.Read(DomainJson.Default.GuardSnapshot));
}
