using MonEspaceSante.Api.Credentials;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Notifications;
using MonEspaceSante.Grains.SignIn;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Activation;

/// <summary>What a proven person chooses. A question that is not answered is none: nothing is ticked beforehand.</summary>
internal sealed record CompleteRequest(
    string? Attempt, string? Login, string? Password,
    bool? HideNewDocuments = null, bool? RegulationCentre = null, bool? BreakGlass = null, bool HiddenInEmergency = false)
{
    /// <summary>The answers to the three questions; a refusal that says which has none.</summary>
    public Outcome<PrivacyChoices> Choices() =>
        HideNewDocuments is not { } hide ? SignInRefusals.ChoiceMissing.At("hideNewDocuments")
        : RegulationCentre is not { } centre ? SignInRefusals.ChoiceMissing.At("regulationCentre")
        : BreakGlass is not { } glass ? SignInRefusals.ChoiceMissing.At("breakGlass")
        : new PrivacyChoices(hide, centre, glass, HiddenInEmergency);
}

/// <summary>The last step of an activation: login, password, choices; the space is in use.</summary>
internal sealed class AccountOpening(ActivationDesk desk, AccountDirectory accounts, Passwords passwords, IGrainFactory grains)
{
    /// <summary>Carries the step out. Each part of it changes nothing the second time: after a crash the person sends it once more.</summary>
    public async Task<Outcome<SpaceId>> CompleteAsync(CompleteRequest request)
    {
        using var acting = CallerContext.Become(ActivationDesk.Component);
        var current = await desk.CurrentAsync(request.Attempt);
        if (!current.Accepted)
        {
            return current.Refusal;
        }

        if (current.Value is not { Proven: true, Person: { } person } attempt)
        {
            return SignInRefusals.Refused;
        }

        if (CredentialRules.Fault(request.Login, request.Password, person.Sheet) is { } fault)
        {
            return fault;
        }

        if (attempt.Contact is not { Verified: true, Email: var email })
        {
            return SignInRefusals.ContactUnverified.At("email");
        }

        var choices = request.Choices();
        if (!choices.Accepted)
        {
            return choices.Refusal;
        }

        var login = await accounts.KeyOf(request.Login);
        var registered = await grains.GetGrain<ILoginGuardGrain>(login.Bucket)
            .Register(new RegisterLogin(login, person.Space));
        if (!registered.Accepted)
        {
            return registered.Refusal.At("login");
        }

        await accounts.Of(person.Space).Open(new OpenAccount(login, passwords.Hash(request.Password!), email));

        var activated = await ActivateAsync(person, choices.Value, email);
        if (activated.Accepted)
        {
            // Spent last: a crash before leaves a letter that still opens, and the steps above change nothing the second time.
            await grains.GetGrain<ILoginGuardGrain>(attempt.Key.Bucket).SpendCode(new SpendCode(attempt.Key));
            await desk.Find(request.Attempt)!.End();
        }

        return activated;
    }

    // The code has proven who it is: from here the person acts as the holder.
    private async Task<Outcome<SpaceId>> ActivateAsync(EnrolledPerson person, PrivacyChoices choices, string email)
    {
        using var holder = CallerContext.Become(new Caller.Holder(person.Space));
        var activated = await grains.GetGrain<ISpaceGrain>(person.Space.Value).Activate(Envelope.Once(), new ActivateSpace(person.Sheet, choices));
        if (!activated.Accepted)
        {
            return activated.Refusal;
        }

        await grains.GetGrain<INotificationsGrain>(person.Space.Value).KnowAddress(Envelope.Once(), new KnowAddress(email));
        return person.Space;
    }
}
