using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Papers;
using MonEspaceSante.Papers.Pdf;

namespace MonEspaceSante.Api.Proxies;

/// <summary>The attestation of a carer as a PDF, in French unless the reader prefers English: the holder downloads it, and the carer.</summary>
internal static class Attestations
{
    public static IResult Answer(HttpRequest request, string helped, Delegation delegation, CarerCategories categories)
    {
        var english = request.GetTypedHeaders().AcceptLanguage.FirstOrDefault()?.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase) is true;
        var limits = Limits(categories.Tell(delegation.Rights), english).ToValueList();
        var paper = new CarerAttestation(helped, delegation.Name, delegation.From, delegation.Until, limits)
            .In(english ? PaperLanguage.English : PaperLanguage.French);
        return Results.File(PdfFile.Of(paper), PdfFile.MediaType, english ? "carer-attestation.pdf" : "attestation-aidant.pdf");
    }

    private static IEnumerable<string> Limits(CarerLimits limits, bool english)
    {
        if (limits.ReadOnly)
        {
            yield return english ? "reads only" : "lecture seule";
        }

        if (limits.NoMessages)
        {
            yield return english ? "no messages" : "sans la messagerie";
        }

        foreach (var category in limits.Categories ?? [])
        {
            yield return category;
        }
    }
}
