using System.Net;
using System.Net.Sockets;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Limits;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Api.Security;

/// <summary>
/// The endpoint checks a secret, or makes one for who may be a stranger: the pipeline lets nobody through to it whose source has lost too many tries.
/// An endpoint that opens something says so (<see cref="TryGate.OpenedAsync"/>), so that honest tries do not count.
/// </summary>
internal sealed record CountsAsTry;

/// <summary>
/// What every try to get in passes before anything is checked, its body included: the limits of its source and of the whole platform (security
/// design, rule 4).
/// </summary>
internal sealed class TryGate(IGrainFactory grains, IKeyRing keys)
{
    private static readonly Caller Component = new Caller.Platform("gate");

    /// <summary>Counts one more try from where the request comes from; refused where its source has lost too many.</summary>
    public async Task<Outcome<Done>> EnterAsync(HttpContext context)
    {
        using var acting = CallerContext.Become(Component);
        return await (await SourceAsync(context)).Enter();
    }

    /// <summary>The last <paramref name="tries"/> from where the request comes from opened something.</summary>
    public async Task OpenedAsync(HttpContext context, int tries)
    {
        using var acting = CallerContext.Become(Component);
        await (await SourceAsync(context)).GiveBack(tries);
    }

    private async Task<ISourceGrain> SourceAsync(HttpContext context)
    {
        var secret = await keys.PurposeKeyAsync(PatientDirectory.IdentityKey, CancellationToken.None);
        return grains.GetGrain<ISourceGrain>(BlindKey.Of("source", Name(context), secret.Span).Value);
    }

    // A counter is one source, wherever its screens are. Who must be signed in to try is one wherever they are: neighbours shut nobody out of their own
    // session. Where strangers may try, a session counts for nothing: who has one would bring tries of their own to each address.
    private static string Name(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<NeedsCaller>() is null
        ? Block(context.Connection.RemoteIpAddress ?? IPAddress.None)
        : context.RequiredCaller() switch
        {
            Caller.Organisation organisation => $"structure {organisation.Id}",
            Caller.Staff { Structure: { } structure } => $"structure {structure.Id}",
            var caller => $"caller {caller.Name()}",
        };

    private static string Block(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, plain.AddressFamily is AddressFamily.InterNetworkV6 ? 6 : 3));
    }
}
