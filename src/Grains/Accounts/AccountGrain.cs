using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Erasure;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Storage.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Accounts;

[GrainType("account")]
internal sealed partial class AccountGrain(JournalServices services, ILogger<AccountGrain> logger)
    : JournaledGrain<AccountEvent>(services, logger), IAccountGrain, IErasable
{
    private Account _account = null!;

    protected override JournalId JournalId => JournalId.Of("account", this.GetPrimaryKeyString());

    protected override JsonTypeInfo<AccountEvent> EventType => DomainJson.Default.AccountEvent;

    protected override int SnapshotSchema => Account.Schema;

    private bool IsOwner => CallerContext.Required is Caller.Holder holder && holder.Space == _account.Space;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _account = new(SpaceId.Parse(this.GetPrimaryKeyString(), null));
        return base.OnActivateAsync(cancellationToken);
    }

    public Task<Outcome<Done>> Open(OpenAccount command) =>
        Commit(Envelope.Once(), act => OpenAccount.Decide(_account, command, act), GrainsJson.Default.Done);

    public Task<string?> PasswordHash() => Task.FromResult(IsOwner || CallerContext.Required is Caller.Platform ? _account.PasswordHash : null);

    public Task<Outcome<SecondStep>> StartSignIn(StartSignIn command) =>
        Commit(Envelope.Once(), act => Domain.Accounts.StartSignIn.Decide(_account, command, act), GrainsJson.Default.SecondStep);

    public Task<Outcome<Done>> CompleteSignIn(CompleteSignIn command) =>
        Commit(Envelope.Once(), act => Domain.Accounts.CompleteSignIn.Decide(_account, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> BeginSession(BeginSession command) =>
        Commit(Envelope.Once(), act => Domain.Accounts.BeginSession.Decide(_account, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Contact>> AskForProofCode(AskForProofCode command) =>
        Commit(Envelope.Once(), act => Domain.Accounts.AskForProofCode.Decide(_account, command, act), GrainsJson.Default.Contact);

    public Task<Outcome<Done>> Prove(Prove command) =>
        Commit(Envelope.Once(), act => Domain.Accounts.Prove.Decide(_account, command, act), GrainsJson.Default.Done);

    public Task<bool> Holds(Guid session, string key) => Task.FromResult(_account.Holds(session, key));

    public Task<Outcome<SessionList>> Sessions() => Task.FromResult<Outcome<SessionList>>(
        IsOwner ? new SessionList([.. _account.Sessions.Where(session => session.Ends > Time.GetUtcNow())]) : AccountRefusals.OnlyTheOwner);

    public Task<Outcome<Done>> EndSession(EndSession command) =>
        Commit(Envelope.Once(), act => Domain.Accounts.EndSession.Decide(_account, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> SignOutEverywhere(SignOutEverywhere command) =>
        Commit(Envelope.Once(), act => Domain.Accounts.SignOutEverywhere.Decide(_account, command, act), GrainsJson.Default.Done);

    protected override void Apply(AccountEvent happened) => _account = _account.After(happened);

    protected override JsonText SnapshotState() => JsonText.Of(_account, DomainJson.Default.Account);

    protected override void RestoreState(JsonText state) => _account = state.Read(DomainJson.Default.Account);
}
