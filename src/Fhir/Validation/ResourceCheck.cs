using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Paths;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Validation;

/// <summary>One walk through a resource: all that FHIR R4 asks of each element beyond its form, which reading has checked.</summary>
internal sealed class ResourceCheck(PathScope scope, Findings findings)
{
    private ContainedCheck? _contained;

    /// <summary>Checks <paramref name="node"/> and all that is in it.</summary>
    public void Check(FhirNode node)
    {
        var type = node.Type!;
        var rules = TypeRules.Of(type);
        if (rules.IsResource && node.Name != "contained")
        {
            CheckContainer(node, rules);
            return;
        }

        CheckElement(node, rules);
    }

    private void CheckContainer(FhirNode resource, TypeRules rules)
    {
        var outer = _contained;
        _contained = resource["contained"].Exists ? new ContainedCheck() : null;
        CheckElement(resource, rules);
        _contained?.Conclude(resource, findings);
        _contained = outer;
    }

    private void CheckElement(FhirNode node, TypeRules rules)
    {
        foreach (var required in rules.Required)
        {
            if (!Has(node, required))
            {
                findings.Add(FhirRefusals.ElementMissing, $"{node.Path}.{required.Name}");
            }
        }

        foreach (var child in node.Children())
        {
            if (findings.Full)
            {
                return;
            }

            CheckChild(child);
        }

        foreach (var invariant in rules.Invariants)
        {
            invariant.Check(scope, node, findings);
        }
    }

    private void CheckChild(FhirNode child)
    {
        var (rules, type) = (ElementRules.Of(child.Schema!), TypeRules.Of(child.Type!));
        if (rules.Codes is { } codes && !codes.Admit(child))
        {
            findings.Add(ValidationRefusals.CodeUnknown, child);
        }

        if (type.IsReference)
        {
            ReferenceCheck.Check(scope, child, rules.Targets, findings);
        }
        else if (child.HasValue)
        {
            CheckValue(child, type);
        }

        foreach (var invariant in rules.Invariants)
        {
            invariant.Check(scope, child, findings);
        }

        if (!type.IsPrimitive || HasChildren(child))
        {
            Check(child);
        }
    }

    private void CheckValue(FhirNode value, TypeRules type)
    {
        if (type.IsNarrative)
        {
            NarrativeCheck.Check(value, findings);
        }
        else if (value.Raw is [(byte)'"', (byte)'#', ..] && (type.IsAddress || value is { Name: "reference", Parent.Type.Name: "Reference" }))
        {
            (_contained ??= new ContainedCheck()).Note(value);
        }
    }

    private static bool HasChildren(FhirNode node)
    {
        using var children = node.Children().GetEnumerator();
        return children.MoveNext();
    }

    private static bool Has(FhirNode node, ElementSchema element)
    {
        foreach (var child in node.Children())
        {
            if (child.Schema == element)
            {
                return true;
            }
        }

        return false;
    }
}
