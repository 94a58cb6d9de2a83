using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Tests.Schema;

public sealed class R4Tests
{
    // HL7 FHIR R4 4.0.1, resource list: 146 resources, and Resource and DomainResource that only stand for others.
    [Fact]
    public void All_resources_of_R4_are_known() => Assert.Equal(146, R4.Resources.Count());

    [Fact]
    public void Elements_stand_in_the_order_of_XML_with_inherited_ones_first() =>
        Assert.Equal(
            ["id", "meta", "implicitRules", "language", "text", "contained", "extension", "modifierExtension", "contentType", "securityContext", "data"],
            R4.Type("DomainResource").Elements.Select(element => element.Name).Concat(R4.Type("Binary").Elements.Skip(4).Select(element => element.Name)));

    [Fact]
    public void A_choice_is_found_by_the_name_of_each_type()
    {
        Assert.True(R4.Type("Observation").TryElement("valueQuantity"u8, out var element, out var type));
        Assert.Equal(("value", true, "Quantity", 11), (element.Name, element.IsChoice, type.Name, element.Types.Count));
        Assert.False(R4.Type("Observation").TryElement("value"u8, out _, out _));
        Assert.False(R4.Type("Observation").TryElement("valueAddress"u8, out _, out _));
    }

    [Fact]
    public void An_element_that_is_defined_elsewhere_has_that_type()
    {
        Assert.True(R4.Type("Observation.component").TryElement("referenceRange"u8, out _, out var type));
        Assert.Equal("Observation.referenceRange", type.Name);
    }

    [Fact]
    public void Cardinality_flags_targets_rules_and_codes_are_known()
    {
        Assert.True(R4.Type("Observation").TryElement("status"u8, out var status, out _));
        Assert.Equal((1, 1, true, true, false), (status.Min, status.Max, status.IsSummary, status.IsModifier, status.IsList));
        Assert.True(status.Binding!.Has(null, "final"));
        Assert.False(status.Binding.Has(null, "Final"));
        Assert.True(R4.Type("Observation").TryElement("subject"u8, out var subject, out _));
        Assert.Equal(["Patient", "Group", "Device", "Location"], subject.Targets);
        Assert.Equal(["dom-2", "dom-3", "dom-4", "dom-5", "dom-6", "obs-6", "obs-7"], R4.Type("Observation").Invariants.Select(rule => rule.Key).Order());
        Assert.True(R4.Type("Observation.referenceRange").TryElement("low"u8, out var low, out _));
        Assert.Equal("sqt-1", Assert.Single(low.Invariants).Key);
    }

    [Fact]
    public void Open_lists_of_codes_are_open()
    {
        Assert.True(R4.Type("Attachment").TryElement("contentType"u8, out var contentType, out _));
        Assert.Null(contentType.Binding!.Codes);
        Assert.True(contentType.Binding.Has(null, "anything/at-all"));
    }

    [Fact]
    public void Search_parameters_are_those_of_the_resource_and_of_all_resources()
    {
        var codes = R4.SearchParameters("Observation").ToDictionary(parameter => parameter.Code);
        Assert.Equal("reference", codes["patient"].Type);
        Assert.Contains("Patient", codes["patient"].Targets);
        Assert.Equal(2, codes["code-value-quantity"].Components.Count);
        Assert.Contains("_lastUpdated", codes.Keys);
        Assert.Empty(R4.SearchParameters("Nothing"));
    }
}
