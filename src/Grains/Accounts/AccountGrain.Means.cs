using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;

namespace MonEspaceSante.Grains.Accounts;

/// <content>By what the person gets in.</content>
internal sealed partial class AccountGrain
{
    public Task<Outcome<AccountSheet>> Read() => Task.FromResult<Outcome<AccountSheet>>(IsOwner
        ? new AccountSheet(
            _account.Contacts, _account.PasswordHash is not null, _account.Authenticator is { Confirmed: true }, _account.Passkeys, _account.RecoveryCodes.Count)
        : AccountRefusals.OnlyTheOwner);

    public Task<PasskeyList> Passkeys() => Task.FromResult(new PasskeyList(IsOwner || CallerContext.Required is Caller.Platform ? _account.Passkeys : []));

    public Task<Factor?> Awaits(string attempt) => Task.FromResult<Factor?>(
        CallerContext.Required is not Caller.Platform || _account.Awaiting(ChallengePurpose.SignIn, attempt, Time.GetUtcNow()) is not { } waiting ? null
        : waiting.CodeDigest is null ? Factor.Authenticator : Factor.OneTimeCode);

    public Task<Outcome<Contact>> AskForSignInCode(AskForSignInCode command) =>
        Commit(Envelope.Once(), act => Domain.Accounts.AskForSignInCode.Decide(_account, command, act), GrainsJson.Default.Contact);

    public Task<Outcome<Done>> ChangePassword(ChangePassword command) =>
        Commit(Envelope.Once(), act => Domain.Accounts.ChangePassword.Decide(_account, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Contact>> ChangeContact(ChangeContact command) =>
        Commit(Envelope.Once(), act => Domain.Accounts.ChangeContact.Decide(_account, command, act), GrainsJson.Default.Contact);

    public Task<Outcome<ChangedContact>> VerifyContact(VerifyContact command) =>
        Commit(Envelope.Once(), act => Domain.Accounts.VerifyContact.Decide(_account, command, act), GrainsJson.Default.ChangedContact);

    public Task<Outcome<Done>> OfferAuthenticator(OfferAuthenticator command) =>
        Commit(Envelope.Once(), act => Domain.Accounts.OfferAuthenticator.Decide(_account, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> ConfirmAuthenticator(ConfirmAuthenticator command) =>
        Commit(Envelope.Once(), act => Domain.Accounts.ConfirmAuthenticator.Decide(_account, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> RemoveAuthenticator() =>
        Commit(Envelope.Once(), act => Domain.Accounts.RemoveAuthenticator.Decide(_account, new(), act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> AddPasskey(AddPasskey command) =>
        Commit(Envelope.Once(), act => Domain.Accounts.AddPasskey.Decide(_account, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> RemovePasskey(RemovePasskey command) =>
        Commit(Envelope.Once(), act => Domain.Accounts.RemovePasskey.Decide(_account, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> IssueRecoveryCodes(IssueRecoveryCodes command) =>
        Commit(Envelope.Once(), act => Domain.Accounts.IssueRecoveryCodes.Decide(_account, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Contact>> AskForRecoveryCode(AskForRecoveryCode command) =>
        Commit(Envelope.Once(), act => Domain.Accounts.AskForRecoveryCode.Decide(_account, command, act), GrainsJson.Default.Contact);

    public Task<Outcome<Done>> Recover(Recover command) =>
        Commit(Envelope.Once(), act => Domain.Accounts.Recover.Decide(_account, command, act), GrainsJson.Default.Done);
}
