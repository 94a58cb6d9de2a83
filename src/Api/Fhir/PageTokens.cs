using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Api.Fhir;

/// <summary>A page of a search that somebody may ask for next.</summary>
/// <param name="Search">The parameters of the search, as a query string.</param>
/// <param name="Cursor">Where the page before ended.</param>
/// <param name="Until">The last moment that it can be asked for, in seconds of the Unix clock.</param>
internal sealed record NextPage(string Search, string Cursor, long Until);

/// <summary>
/// Links to the next page carry the whole search sealed: nobody reads from an address who was searched for or what, changes it, or turns the
/// page for somebody else.
/// </summary>
internal sealed class PageTokens(IKeyRing keys, TimeProvider time)
{
    private const string Purpose = "pages";
    private const int SaltLength = 16;
    private const int TagLength = 16;

    // As long as spaces remember what their pages were cut from.
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>A token for the page of the resources of <paramref name="type"/> after <paramref name="cursor"/>.</summary>
    public async ValueTask<string> SealAsync(Caller caller, string type, string search, string cursor)
    {
        var page = JsonSerializer.SerializeToUtf8Bytes(new NextPage(search, cursor, (time.GetUtcNow() + Life).ToUnixTimeSeconds()));
        var token = new byte[SaltLength + TagLength + page.Length];
        var (salt, tag, sealedPage) = Parts(token);
        RandomNumberGenerator.Fill(salt.Span);
        using var cipher = await CipherAsync(salt);
        cipher.Encrypt(Nonce, page, sealedPage.Span, tag.Span, BoundTo(caller, type));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The page that <paramref name="token"/> stands for; a token that is somebody else's, changed or too old stands for none.</summary>
    public async ValueTask<Outcome<NextPage>> OpenAsync(Caller caller, string type, string token)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(token.Length)];
        if (!Base64Url.TryDecodeFromChars(token, bytes, out var length) || length <= SaltLength + TagLength)
        {
            return EdgeRefusals.PageUnknown;
        }

        var (salt, tag, sealedPage) = Parts(bytes.AsMemory(0, length));
        var page = new byte[sealedPage.Length];
        using var cipher = await CipherAsync(salt);
        try
        {
            cipher.Decrypt(Nonce, sealedPage.Span, tag.Span, page, BoundTo(caller, type));
        }
        catch (AuthenticationTagMismatchException)
        {
            return EdgeRefusals.PageUnknown;
        }

        var opened = JsonSerializer.Deserialize<NextPage>(page)!;
        return opened.Until >= time.GetUtcNow().ToUnixTimeSeconds() ? opened : EdgeRefusals.PageUnknown;
    }

    // Each token has a key of its own, used once: the nonce can then be the same.
    private static ReadOnlySpan<byte> Nonce => "next page..."u8;

    private async ValueTask<AesGcm> CipherAsync(ReadOnlyMemory<byte> salt)
    {
        var secret = await keys.PurposeKeyAsync(Purpose, CancellationToken.None);
        return new(HMACSHA256.HashData(secret.Span, salt.Span), TagLength);
    }

    private static byte[] BoundTo(Caller caller, string type) => Encoding.UTF8.GetBytes($"{caller.GetType().Name}\n{caller.Name()}\n{type}");

    private static (Memory<byte> Salt, Memory<byte> Tag, Memory<byte> Page) Parts(Memory<byte> token) =>
        (token[..SaltLength], token[SaltLength..(SaltLength + TagLength)], token[(SaltLength + TagLength)..]);
}
