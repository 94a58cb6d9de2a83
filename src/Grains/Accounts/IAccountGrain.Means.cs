using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Kernel;
using Orleans;

namespace MonEspaceSante.Grains.Accounts;

/// <content>By what the person gets in: contacts, password, authenticator app, passkeys, recovery.</content>
public partial interface IAccountGrain
{
    /// <summary>The account as its owner sees it.</summary>
    [Alias("Read")]
    Task<Outcome<AccountSheet>> Read();

    /// <summary>The passkeys, for the component that checks them and for their owner; none for anybody else.</summary>
    [Alias("Passkeys")]
    Task<PasskeyList> Passkeys();

    /// <summary>What an attempt to sign in waits for: a code that was sent, or one of the authenticator app; <see langword="null"/> where there is none.</summary>
    [Alias("Awaits")]
    Task<Factor?> Awaits(string attempt);

    /// <summary>Somebody who has entered the right password asks for a code by another way; the answer is where it goes.</summary>
    [Alias("AskForSignInCode")]
    Task<Outcome<Contact>> AskForSignInCode(AskForSignInCode command);

    /// <summary>The owner takes another password.</summary>
    [Alias("ChangePassword")]
    Task<Outcome<Done>> ChangePassword(ChangePassword command);

    /// <summary>The owner gives another address; the answer is where the code goes.</summary>
    [Alias("ChangeContact")]
    Task<Outcome<Contact>> ChangeContact(ChangeContact command);

    /// <summary>The owner enters the code that was sent to it; the answer is what changed.</summary>
    [Alias("VerifyContact")]
    Task<Outcome<ChangedContact>> VerifyContact(VerifyContact command);

    /// <summary>An authenticator app is given a secret.</summary>
    [Alias("OfferAuthenticator")]
    Task<Outcome<Done>> OfferAuthenticator(OfferAuthenticator command);

    /// <summary>The owner enters a code of it.</summary>
    [Alias("ConfirmAuthenticator")]
    Task<Outcome<Done>> ConfirmAuthenticator(ConfirmAuthenticator command);

    /// <summary>The authenticator app serves no longer.</summary>
    [Alias("RemoveAuthenticator")]
    Task<Outcome<Done>> RemoveAuthenticator();

    /// <summary>The owner registers a passkey.</summary>
    [Alias("AddPasskey")]
    Task<Outcome<Done>> AddPasskey(AddPasskey command);

    /// <summary>A passkey serves no longer.</summary>
    [Alias("RemovePasskey")]
    Task<Outcome<Done>> RemovePasskey(RemovePasskey command);

    /// <summary>The owner takes new recovery codes.</summary>
    [Alias("IssueRecoveryCodes")]
    Task<Outcome<Done>> IssueRecoveryCodes(IssueRecoveryCodes command);

    /// <summary>Somebody whom a letter has proven asks for a code to get back in; the answer is where it goes.</summary>
    [Alias("AskForRecoveryCode")]
    Task<Outcome<Contact>> AskForRecoveryCode(AskForRecoveryCode command);

    /// <summary>They enter the code, and take another password.</summary>
    [Alias("Recover")]
    Task<Outcome<Done>> Recover(Recover command);
}

/// <summary>An account as its owner sees it.</summary>
/// <param name="Contacts">Where codes go.</param>
/// <param name="HasPassword">Whether there is a password.</param>
/// <param name="HasAuthenticator">Whether an authenticator app serves.</param>
/// <param name="Passkeys">The passkeys, the oldest first.</param>
/// <param name="RecoveryCodesLeft">How many recovery codes are left.</param>
public sealed record AccountSheet(ValueList<Contact> Contacts, bool HasPassword, bool HasAuthenticator, ValueList<Passkey> Passkeys, int RecoveryCodesLeft);

/// <summary>Passkeys, the oldest first.</summary>
public sealed record PasskeyList(ValueList<Passkey> Passkeys);
