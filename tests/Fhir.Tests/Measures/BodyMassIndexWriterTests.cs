using MonEspaceSante.Domain.Measures;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Measures;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Validation;

namespace MonEspaceSante.Fhir.Tests.Measures;

public class BodyMassIndexWriterTests
{
    private static readonly BodyMassIndex Index = BodyMassIndex.Of(
        [new(Guid.Parse("11111111-1111-4111-8111-111111111111"), 71.3m, World.Noon)], [new(Guid.Parse("22222222-2222-4222-8222-222222222222"), 175m, World.Noon.AddYears(-1))])!;

    private static readonly BodyMassIndexWriter Writer = new(MeasureSample.Table);

    [Fact]
    public void The_index_is_written_with_what_it_derives_from() => Golden.Approve("body-mass-index", json => Writer.Write(json, Index, World.Space));

    [Fact]
    public void The_index_is_valid_R4() =>
        Assert.Empty(Validator.Validate(FhirResource.FromJson(FhirJson.Bytes(json => Writer.Write(json, Index, World.Space))).Value!));
}
