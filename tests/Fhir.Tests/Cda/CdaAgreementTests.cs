using System.Xml.Linq;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Fhir.Cda;

namespace MonEspaceSante.Fhir.Tests.Cda;

public class CdaAgreementTests
{
    public static TheoryData<string, Func<DocumentDraft, DocumentDraft>> Agreeing => new()
    {
        { "the same", draft => draft },
        { "a day for a creation time", draft => draft with { CreatedAt = World.Noon.AddDays(-1).AddHours(-12) } },
        { "another zone", draft => draft with { CreatedAt = draft.CreatedAt.ToUniversalTime() } },
        { "no act", draft => draft with { ActStart = null, ActEnd = null } },
        { "an author without a number", draft => draft with { Authors = [new(null, "Dr Durand")] } },
        { "a language without a country", draft => draft with { Language = "FR" } },
        { "an act given in days", draft => draft with { ActStart = draft.ActStart!.Value.AddHours(-11), ActEnd = draft.ActEnd!.Value.AddHours(11) } },
    };

    public static TheoryData<string, FindingSeverity, Func<DocumentDraft, DocumentDraft>> Differing => new()
    {
        { "cda-unique-id-differs", FindingSeverity.Error, draft => draft with { UniqueId = "urn:oid:1.2.250.1.999.2" } },
        { "cda-type-differs", FindingSeverity.Error, draft => draft with { Type = "11502-2" } },
        { "cda-created-differs", FindingSeverity.Error, draft => draft with { CreatedAt = draft.CreatedAt.AddSeconds(1) } },
        { "cda-created-differs", FindingSeverity.Error, draft => draft with { CreatedAt = draft.CreatedAt.AddDays(-1).AddHours(-12) } },
        { "cda-author-differs", FindingSeverity.Warning, draft => draft with { Authors = [new(ProfessionalId.Parse("899700900113", null), null)] } },
        { "cda-language-differs", FindingSeverity.Warning, draft => draft with { Language = "en" } },
        { "cda-act-differs", FindingSeverity.Warning, draft => draft with { ActStart = draft.ActStart!.Value.AddDays(-1) } },
        { "cda-act-differs", FindingSeverity.Warning, draft => draft with { ActEnd = draft.ActEnd!.Value.AddDays(1) } },
    };

    [Theory]
    [MemberData(nameof(Agreeing))]
    public void A_deposit_that_says_the_same_less_precisely_agrees(string how, Func<DocumentDraft, DocumentDraft> change) =>
        Assert.True(Check(_ => { }, change(CdaSample.Draft)).Count == 0, how);

    [Theory]
    [MemberData(nameof(Differing))]
    public void A_deposit_that_says_otherwise_is_found(string code, FindingSeverity severity, Func<DocumentDraft, DocumentDraft> change)
    {
        var finding = Assert.Single(Check(_ => { }, change(CdaSample.Draft)));

        Assert.Equal((code, severity), (finding.What.Code, finding.Severity));
        Assert.StartsWith("ClinicalDocument/", finding.What.Expression, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_about_somebody_else_is_an_error()
    {
        var finding = Assert.Single(CdaAgreement.Check(
            CdaSample.Document(_ => { }), CdaSample.Draft, CdaSample.Holder with { Ins = Ins.Read(InsAuthority.DemoNir, "124018852493334").Value }));

        Assert.Equal(("cda-patient-differs", FindingSeverity.Error), (finding.What.Code, finding.Severity));
    }

    [Theory]
    [InlineData("birthTime", "value", "19790329")]
    [InlineData("administrativeGenderCode", "code", "M")]
    public void Other_traits_under_the_same_matricule_warn(string element, string attribute, string value)
    {
        var finding = Assert.Single(Check(root => root.The(element).SetAttributeValue(attribute, value), CdaSample.Draft));

        Assert.Equal(("cda-traits-differ", FindingSeverity.Warning), (finding.What.Code, finding.Severity));
    }

    [Theory]
    [InlineData("id", "id")]
    [InlineData("code", "code")]
    [InlineData("title", "title")]
    [InlineData("effectiveTime", "effectiveTime")]
    [InlineData("confidentialityCode", "confidentialityCode")]
    [InlineData("languageCode", "languageCode")]
    [InlineData("recordTarget", "recordTarget/patientRole/id")]
    [InlineData("author", "author")]
    [InlineData("custodian", "custodian")]
    [InlineData("legalAuthenticator", "legalAuthenticator")]
    [InlineData("documentationOf", "documentationOf")]
    [InlineData("componentOf", "componentOf")]
    [InlineData("structuredBody", "component")]
    public void What_a_header_lacks_warns_and_contradicts_nothing(string removed, string missing)
    {
        var finding = Assert.Single(Check(root => root.The(removed).Remove(), CdaSample.Draft));

        Assert.Equal(("cda-element-missing", FindingSeverity.Warning, "ClinicalDocument/" + missing), (finding.What.Code, finding.Severity, finding.What.Expression));
    }

    private static IReadOnlyList<CdaFinding> Check(Action<XElement> spoil, DocumentDraft draft) =>
        CdaAgreement.Check(CdaSample.Document(spoil), draft, CdaSample.Holder);
}
