using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Accounts;
using MonEspaceSante.Grains.Callers;

namespace MonEspaceSante.Api.Credentials.Passkeys;

/// <summary>What a ceremony is for, and for whom: its challenge serves nothing and nobody else.</summary>
internal static class PasskeyPurpose
{
    public const string SignIn = "sign-in";

    public static string Completion(string attempt) => $"completion/{attempt}";

    public static string Registration(SpaceId space) => $"registration/{space}";

    public static string Proof(SpaceId space) => $"proof/{space}";
}

/// <summary>A ceremony that begins: what the browser is asked, and the name to answer under.</summary>
internal sealed record CeremonyAnswer(string Ceremony, JsonElement Options);

/// <summary>A passkey that was used rightly, and whose it is.</summary>
internal sealed record PasskeyUse(SpaceId Space, Evidence.UsedPasskey Evidence);

/// <summary>Passkey ceremonies, by ASP.NET Core Identity: it makes the challenges and checks origin, domain, user verification, signature and counter.</summary>
internal sealed class PasskeyDesk(IGrainFactory grains, IServiceScopeFactory scopes, TimeProvider time)
{
    private const int NameLength = 32;

    // Authenticators show these beside the domain. They name nobody: others see the screen too.
    private const string AccountName = "Espace santé";

    private static readonly Caller Component = new Caller.Platform("passkeys");

    /// <summary>Begins to register a passkey of <paramref name="space"/>.</summary>
    public async Task<CeremonyAnswer> BeginRegistrationAsync(SpaceId space, HttpContext context)
    {
        using var acting = CallerContext.Become(Component);
        await using var scope = scopes.CreateAsyncScope();
        var made = await Handler(scope).MakeCreationOptionsAsync(new() { Id = space.Value, Name = AccountName, DisplayName = AccountName }, context);
        return await KeepAsync(PasskeyPurpose.Registration(space), made.AttestationState, made.CreationOptionsJson);
    }

    /// <summary>The passkey that the browser made; <see langword="null"/> where something about it is not right.</summary>
    public async Task<Passkey?> RegisterAsync(string? ceremony, JsonElement credential, string? name, SpaceId space, HttpContext context)
    {
        using var acting = CallerContext.Become(Component);
        if (await TakeAsync(ceremony, PasskeyPurpose.Registration(space)) is not { } begun)
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        var made = await Handler(scope).PerformAttestationAsync(
            new() { HttpContext = context, CredentialJson = credential.GetRawText(), AttestationState = begun.State });
        return made is { Succeeded: true, Passkey: { IsUserVerified: true } key, UserEntity.Id: var owner } && owner == space.Value
            ? new(Base64Url.EncodeToString(key.CredentialId), Convert.ToBase64String(key.PublicKey), key.SignCount, NameOf(name), time.GetUtcNow(),
                (key.Transports ?? []).ToValueList(), key.IsBackupEligible, key.IsBackedUp)
            : null;
    }

    /// <summary>Asks for a passkey: of <paramref name="owner"/>, or any that the authenticator has for us.</summary>
    public async Task<CeremonyAnswer> AskAsync(string purpose, SpaceId? owner, HttpContext context)
    {
        using var acting = CallerContext.Become(Component);
        await using var scope = scopes.CreateAsyncScope();
        var known = owner is { } space ? await scope.ServiceProvider.GetRequiredService<IUserStore<PasskeyOwner>>().FindByIdAsync(space.Value, context.RequestAborted) : null;
        var asked = await Handler(scope).MakeRequestOptionsAsync(known, context);
        return await KeepAsync(purpose, asked.AssertionState, asked.RequestOptionsJson);
    }

    /// <summary>The passkey that was used; <see langword="null"/> where something about it is not right.</summary>
    public async Task<PasskeyUse?> CheckAsync(string? ceremony, JsonElement credential, string purpose, string? attempt, HttpContext context)
    {
        using var acting = CallerContext.Become(Component);
        if (await TakeAsync(ceremony, purpose) is not { } asked)
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        var used = await Handler(scope).PerformAssertionAsync(
            new() { HttpContext = context, CredentialJson = credential.GetRawText(), AssertionState = asked.State });
        return used is { Succeeded: true, User.Space: var space, Passkey: { } key }
            ? new(space, new(attempt, Base64Url.EncodeToString(key.CredentialId), key.SignCount, key.IsBackedUp))
            : null;
    }

    private static IPasskeyHandler<PasskeyOwner> Handler(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<IPasskeyHandler<PasskeyOwner>>();

    private static string NameOf(string? name) =>
        name?.Trim() is { Length: > 0 } given ? given[..Math.Min(given.Length, Passkey.LongestName)] : AccountName;

    private async Task<CeremonyAnswer> KeepAsync(string purpose, string? state, string options)
    {
        var name = RandomNumberGenerator.GetHexString(NameLength, lowercase: true);
        await grains.GetGrain<IPasskeyCeremonyGrain>(name).Keep(new Ceremony(purpose, state ?? ""));
        return new(name, JsonSerializer.Deserialize<JsonElement>(options));
    }

    // Only what can be a name of ours becomes the key of a grain.
    private async Task<Ceremony?> TakeAsync(string? name, string purpose) =>
        name is { Length: NameLength } && name.All(char.IsAsciiHexDigitLower) ? await grains.GetGrain<IPasskeyCeremonyGrain>(name).Take(purpose) : null;
}
