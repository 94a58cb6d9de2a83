using System.Globalization;
using System.Text;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Tests.Builders;

/// <summary>Resources of a space, and searches for them.</summary>
internal static class Weights
{
    public const string Type = "Observation";

    public static readonly AccessContext Declaring = new(AccessMode.Normal, null, ConsentDeclaration.Declared);

    public static Guid Id(int n) => Ids.Of(Guid.Empty, $"measure {n}");

    public static JsonText Body(string text) => JsonText.Of(Encoding.UTF8.GetBytes(text));

    public static SearchIndex Index(decimal kilograms, DateTimeOffset at, string code = "29463-7") => new(
    [
        new IndexedValue.Token("code", "http://loinc.org", code, "Poids"),
        new IndexedValue.Moment("date", at, at.AddSeconds(1)),
        new IndexedValue.Quantity("value-quantity", kilograms, kilograms, "http://unitsofmeasure.org", "kg"),
    ]);

    public static ResourceDraft Draft(decimal kilograms = 70, DateTimeOffset? at = null, string code = "29463-7") =>
        new(Type, Body(string.Create(CultureInfo.InvariantCulture, $$"""{"resourceType":"Observation","value":{{kilograms}}}""")), Index(kilograms, at ?? Moments.Now, code));

    /// <summary>A measure that stands, written by the holder unless said otherwise.</summary>
    public static KeptResource Weight(int n = 1, decimal kilograms = 70, DateTimeOffset? at = null, Caller? by = null)
    {
        var draft = Draft(kilograms, at);
        return new(Type, Id(n), 1, draft.Body, draft.Index, Depositor.Of(by ?? People.Holder), at ?? Moments.Now);
    }

    public static SpaceEvent Recorded(KeptResource resource) => new SpaceEvent.ResourceRecorded(resource);

    public static CarryOut Write(params ValueList<ResourceWrite> writes) => new(People.Sheet, Declaring, writes);

    public static Clause Where(string parameter, params Sought[] anyOf) => new(parameter, Modifier.None, [.. anyOf]);

    /// <summary>What the holder finds.</summary>
    public static Page<KeptResource> Search(this Space space, ResourceQuery query, DateTimeOffset? at = null) =>
        SearchResources.Decide(space, new(Type, query, AccessContext.Ordinary), Acts.Holder(at), Papers.Matrix).Answer.Value!.Page;
}
