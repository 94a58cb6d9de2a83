using MonEspaceSante.Api.Credentials;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Grains.Accounts;

namespace MonEspaceSante.Api.Sessions;

/// <summary>One proof, by one means: the password, or the one-time code of an attempt.</summary>
internal sealed record ProofRequest(string? Password = null, string? Attempt = null, string? Code = null);

/// <summary>Reads what somebody brings to prove who they are, and checks what is slow to check.</summary>
internal sealed class EvidenceDesk(Passwords passwords, OneTimeCodes codes)
{
    /// <summary>The evidence in <paramref name="request"/>; <see langword="null"/> where it holds none, or more than one.</summary>
    public async Task<Evidence?> ReadAsync(ProofRequest request, IAccountGrain account) => request switch
    {
        { Password: { } password, Attempt: null, Code: null } => passwords.Check(password, await account.PasswordHash()),
        { Password: null, Attempt: { } attempt, Code: { } code } => await codes.EvidenceAsync(attempt, code),
        _ => null,
    };
}
