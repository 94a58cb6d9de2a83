using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Api.Sessions;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Notifications;

namespace MonEspaceSante.Api.Credentials;

/// <summary>
/// Where codes go: another address is the account's once the code that was sent there has come back. Both addresses are told; every other session is
/// over; for 24 hours the new one receives no recovery code (security design, rule 8).
/// </summary>
internal static class ContactEndpoints
{
    public static void MapContacts(this CitizenRoutes routes)
    {
        routes.MapOwn(HttpMethods.Post, "/account/contacts", ChangeAsync).WithMetadata(new NeedsFreshProof());
        routes.MapOwn(HttpMethods.Post, "/account/contacts/verify", VerifyAsync);
    }

    private static async Task<IResult> ChangeAsync(ContactRequest request, HttpContext context, AccountDirectory accounts, OneTimeCodes codes)
    {
        var address = ContactRules.Read(request.Kind, request.Value);
        if (!address.Accepted)
        {
            return Refusals.Answer(address.Refusal);
        }

        var attempt = Attempt.New();
        var (code, digest) = await codes.NewAsync(attempt);
        var asked = await accounts.Of(context.RequiredSession().Space).ChangeContact(new ChangeContact(request.Kind, address.Value, attempt, digest));
        if (!asked.Accepted)
        {
            return Refusals.Answer(asked.Refusal);
        }

        await codes.SendAsync(asked.Value, code);
        return Results.Ok(new AttemptAnswer(attempt));
    }

    private static async Task<IResult> VerifyAsync(
        CodeRequest request, HttpContext context, AccountDirectory accounts, OneTimeCodes codes, OwnActs acts, IGrainFactory grains)
    {
        var session = context.RequiredSession();
        var verified = await accounts.Of(session.Space).VerifyContact(new VerifyContact(await codes.EvidenceAsync(request.Attempt ?? "", request.Code), session.Id));
        if (!verified.Accepted)
        {
            return Refusals.Answer(verified.Refusal);
        }

        await acts.NoteAsync(session.Space, TraceAction.ChangedContact);
        if (verified.Value.Now is { Kind: ContactKind.Email, Value: var email })
        {
            await grains.GetGrain<INotificationsGrain>(session.Space.Value).KnowAddress(Envelope.Once(), new KnowAddress(email));
        }

        await codes.TellOfChangeAsync(verified.Value.Now);
        if (verified.Value.Former is { } former)
        {
            await codes.TellOfChangeAsync(former);
        }

        return Results.NoContent();
    }

    private sealed record ContactRequest(ContactKind Kind, string? Value);

    private sealed record CodeRequest(string? Attempt, string? Code);
}
