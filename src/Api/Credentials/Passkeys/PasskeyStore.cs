using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.SignIn;

namespace MonEspaceSante.Api.Credentials.Passkeys;

/// <summary>
/// The accounts, as ASP.NET Core Identity reads them to check passkeys. Identity only reads: what changes an account is a command of it, decided and
/// journaled there.
/// </summary>
internal sealed class PasskeyStore(IGrainFactory grains, AccountDirectory accounts) : IUserPasskeyStore<PasskeyOwner>
{
    private const string OnlyCommandsWrite = "Accounts are changed by commands.";

    public Task<string> GetUserIdAsync(PasskeyOwner user, CancellationToken cancellationToken) => Task.FromResult(user.Space.Value);

    public Task<string?> GetUserNameAsync(PasskeyOwner user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Space.Value);

    public Task<string?> GetNormalizedUserNameAsync(PasskeyOwner user, CancellationToken cancellationToken) => GetUserNameAsync(user, cancellationToken);

    public async Task<PasskeyOwner?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        SpaceId.TryParse(userId, null, out var space) ? new PasskeyOwner(space, (await accounts.Of(space).Passkeys()).Passkeys) : null;

    public Task<PasskeyOwner?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindByIdAsync(normalizedUserName, cancellationToken);

    /// <summary>Whose a passkey is: they are filed like logins, so that none is registered twice.</summary>
    public async Task<PasskeyOwner?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var key = await accounts.KeyOfPasskey(Base64Url.EncodeToString(credentialId));
        return await grains.GetGrain<ILoginGuardGrain>(key.Bucket).Find(key) is { } known ? await FindByIdAsync(known.Space.Value, cancellationToken) : null;
    }

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PasskeyOwner user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. user.Passkeys.Select(Told)]);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(PasskeyOwner user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(credentialId);
        return Task.FromResult(user.Passkeys.Where(key => key.Id == id).Select(Told).FirstOrDefault());
    }

    public Task AddOrUpdatePasskeyAsync(PasskeyOwner user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw new NotSupportedException(OnlyCommandsWrite);

    public Task RemovePasskeyAsync(PasskeyOwner user, byte[] credentialId, CancellationToken cancellationToken) => throw new NotSupportedException(OnlyCommandsWrite);

    public Task SetUserNameAsync(PasskeyOwner user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException(OnlyCommandsWrite);

    public Task SetNormalizedUserNameAsync(PasskeyOwner user, string? normalizedName, CancellationToken cancellationToken) => throw new NotSupportedException(OnlyCommandsWrite);

    public Task<IdentityResult> CreateAsync(PasskeyOwner user, CancellationToken cancellationToken) => throw new NotSupportedException(OnlyCommandsWrite);

    public Task<IdentityResult> UpdateAsync(PasskeyOwner user, CancellationToken cancellationToken) => throw new NotSupportedException(OnlyCommandsWrite);

    public Task<IdentityResult> DeleteAsync(PasskeyOwner user, CancellationToken cancellationToken) => throw new NotSupportedException(OnlyCommandsWrite);

    public void Dispose()
    {
    }

    // How a passkey was made was checked when it was, and is not kept.
    private static UserPasskeyInfo Told(Passkey key) => new(
        Base64Url.DecodeFromChars(key.Id), Convert.FromBase64String(key.PublicKey), key.Since, key.SignCount, [.. key.Transports],
        isUserVerified: true, key.BackupEligible, key.BackedUp, [], [])
    { Name = key.Name };
}
