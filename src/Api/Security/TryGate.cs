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
/// What every try to get in passes before anything is checked: the limits of its source and of the whole platform (security design, rule 4).
/// <c>EnterAsync</c> before each try; <c>OpenedAsync</c> where tries opened something, so that they do not count; nothing where they did not.
/// </summary>
internal sealed class TryGate(IGrainFactory grains, IKeyRing keys)
{
    private static readonly Caller Component = new Caller.Platform("gate");

    /// <summary>Counts one more try from where the request comes from; refused where its source has lost too many.</summary>
    public async Task<Outcome<TrySource>> EnterAsync(HttpContext context)
    {
        using var acting = CallerContext.Become(Component);
        var secret = await keys.PurposeKeyAsync(PatientDirectory.IdentityKey, CancellationToken.None);
        var source = new TrySource(BlindKey.Of("source", Name(context), secret.Span));
        var entered = await Grain(source).Enter();
        return entered.Accepted ? source : entered.Refusal;
    }

    /// <summary>The last <paramref name="tries"/> from <paramref name="source"/> opened something.</summary>
    public async Task OpenedAsync(TrySource source, int tries)
    {
        using var acting = CallerContext.Become(Component);
        await Grain(source).GiveBack(tries);
    }

    // A counter is one source, wherever its screens are; everybody else is the block that a provider gives to one customer or so.
    private static string Name(HttpContext context) => context.Caller() switch
    {
        Caller.Organisation organisation => $"structure {organisation.Id}",
        Caller.Staff { Structure: { } structure } => $"structure {structure.Id}",
        _ => Block(context.Connection.RemoteIpAddress ?? IPAddress.None),
    };

    private static string Block(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, plain.AddressFamily is AddressFamily.InterNetworkV6 ? 6 : 3));
    }

    private ISourceGrain Grain(TrySource source) => grains.GetGrain<ISourceGrain>(source.Key.Value);
}

/// <summary>Where a try came from, as a keyed digest: the address itself is in no journal and no log.</summary>
/// <param name="Key">The digest.</param>
internal sealed record TrySource(BlindKey Key);
