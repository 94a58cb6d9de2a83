using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Credentials;

/// <summary>The account as its owner sees it, and its password.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this CitizenRoutes routes)
    {
        routes.MapOwn(HttpMethods.Get, "/account", ReadAsync);
        routes.MapOwn(HttpMethods.Put, "/account/password", ChangePasswordAsync).WithMetadata(new NeedsFreshProof());
    }

    private static async Task<IResult> ReadAsync(HttpContext context, AccountDirectory accounts)
    {
        var account = await accounts.Of(context.RequiredSession().Space).Read();
        return !account.Accepted ? Refusals.Answer(account.Refusal) : Results.Ok(new AccountAnswer(
            [.. account.Value.Contacts.Select(contact => new ContactAnswer(contact.Kind, contact.Value, contact.Since, contact.Since + Contact.Quarantine))],
            account.Value.HasPassword, account.Value.HasAuthenticator,
            [.. account.Value.Passkeys.Select(key => new PasskeyAnswer(key.Id, key.Name, key.Since))], account.Value.RecoveryCodesLeft));
    }

    private static async Task<IResult> ChangePasswordAsync(
        PasswordRequest request, HttpContext context, AccountDirectory accounts, Passwords passwords, OwnActs acts, IGrainFactory grains)
    {
        var session = context.RequiredSession();
        var space = await grains.GetGrain<ISpaceGrain>(session.Space.Value).Privacy();
        if (!space.Accepted)
        {
            return Refusals.Answer(space.Refusal);
        }

        if (PasswordRules.Fault(request.Password, "", space.Value.Holder) is { } fault)
        {
            return Refusals.Answer(fault.At("password"));
        }

        var changed = await accounts.Of(session.Space).ChangePassword(new ChangePassword(passwords.Hash(request.Password!), session.Id));
        if (!changed.Accepted)
        {
            return Refusals.Answer(changed.Refusal);
        }

        await acts.NoteChangeAsync(session.Space, TraceAction.ChangedPassword);
        return Results.NoContent();
    }

    private sealed record PasswordRequest(string? Password);

    private sealed record AccountAnswer(ContactAnswer[] Contacts, bool Password, bool Authenticator, PasskeyAnswer[] Passkeys, int RecoveryCodesLeft);

    private sealed record ContactAnswer(ContactKind Kind, string Value, DateTimeOffset Since, DateTimeOffset RecoversFrom);

    private sealed record PasskeyAnswer(string Id, string Name, DateTimeOffset Since);
}
