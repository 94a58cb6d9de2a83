using MonEspaceSante.Fhir.Paths;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Tests.Paths;

public sealed class SearchExpressionTests
{
    [Fact]
    public void Every_expression_of_the_search_parameters_of_R4_compiles()
    {
        var expressions = R4.Resources.SelectMany(type => R4.SearchParameters(type.Name))
            .SelectMany(parameter => parameter.Components.Select(part => part.Expression).Prepend(parameter.Expression))
            .Where(expression => expression.Length > 0).Distinct().ToList();

        Assert.InRange(expressions.Count, 1000, 3000);
        Assert.DoesNotContain(expressions, expression => !FhirPath.TryCompile(expression, out _));
    }
}
