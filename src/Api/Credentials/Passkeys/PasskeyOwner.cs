using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Api.Credentials.Passkeys;

/// <summary>A person and their passkeys, as ASP.NET Core Identity is told of them. Authenticators know them by the identity of their space, which tells nothing.</summary>
internal sealed record PasskeyOwner(SpaceId Space, ValueList<Domain.Accounts.Passkey> Passkeys);
