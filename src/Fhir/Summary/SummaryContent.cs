using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Summary;

/// <summary>What a summary is made of.</summary>
/// <param name="Space">The space.</param>
/// <param name="Holder">The holder, as the insurer's file has them.</param>
/// <param name="Resources">The resources that the reader may see; those that do not belong in a summary are left out of it.</param>
/// <param name="Documents">The documents that the reader may see; advance directives are put in.</param>
/// <param name="At">When it is made.</param>
/// <param name="Language">The language of its text.</param>
public sealed record SummaryContent(
    SpaceId Space, HolderSheet Holder, IReadOnlyList<SummaryResource> Resources, IReadOnlyList<DocumentSheet> Documents, DateTimeOffset At,
    SummaryLanguage Language = SummaryLanguage.French);

/// <summary>A resource of the space.</summary>
/// <param name="Id">Its identity in the space.</param>
/// <param name="Body">The resource.</param>
public sealed record SummaryResource(Guid Id, FhirResource Body);

/// <summary>The languages of a summary's text.</summary>
public enum SummaryLanguage
{
    /// <summary>French.</summary>
    French,

    /// <summary>English.</summary>
    English,
}
