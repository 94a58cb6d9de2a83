using System.Collections;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Api.Fhir;

/// <summary>The parameters of a request, decoded: those of its address, and of the form of a POST to <c>_search</c>.</summary>
internal sealed class RequestParameters : IEnumerable<KeyValuePair<string, string>>
{
    // Far more than any client needs, far fewer than would cost us.
    private const int Most = 100;

    private readonly List<KeyValuePair<string, string>> _pairs;

    private RequestParameters(List<KeyValuePair<string, string>> pairs) => _pairs = pairs;

    /// <summary>The parameters of the request; of a form, once <see cref="ReadFormAsync"/> has read it.</summary>
    public static RequestParameters Of(HttpContext context)
    {
        if (context.Features.Get<RequestParameters>() is not { } parameters)
        {
            parameters = new(Flat(context.Request.Query).ToList());
            context.Features.Set(parameters);
        }

        return parameters;
    }

    /// <summary>Reads the form of a POST to <c>_search</c>; a search may also have no body at all.</summary>
    public static async Task<Outcome<Done>> ReadFormAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentLength is null or 0 && request.ContentType is null)
        {
            return Done.Answer;
        }

        if (!request.HasFormContentType || request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            return EdgeRefusals.MediaTypeUnsupported;
        }

        var body = await Bodies.ReadAsync(context, BodyLimits.Json);
        if (!body.Accepted)
        {
            return body.Refusal;
        }

        var form = new FormReader(System.Text.Encoding.UTF8.GetString(body.Value)) { ValueCountLimit = Most };
        try
        {
            var fields = await form.ReadFormAsync(context.RequestAborted);
            context.Features.Set(new RequestParameters([.. Flat(request.Query), .. Flat(fields)]));
            return Done.Answer;
        }
        catch (InvalidDataException)
        {
            return EdgeRefusals.RequestMalformed;
        }
    }

    /// <summary>The parameters of a query string, as conditions and sealed pages carry them.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Parse(string query) => Flat(QueryHelpers.ParseQuery(query));

    /// <summary>The values of <paramref name="name"/>, in the order given.</summary>
    public IEnumerable<string> Each(string name) => _pairs.Where(pair => pair.Key == name).Select(pair => pair.Value);

    /// <summary>The value of <paramref name="name"/>; <see langword="null"/> where there is none or it is empty.</summary>
    public string? this[string name] => Each(name).FirstOrDefault() is { Length: > 0 } value ? value : null;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _pairs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static IEnumerable<KeyValuePair<string, string>> Flat(IEnumerable<KeyValuePair<string, StringValues>> fields) =>
        from field in fields
        from value in field.Value
        select KeyValuePair.Create(field.Key, value ?? "");
}
