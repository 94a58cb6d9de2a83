using MonEspaceSante.Fhir.Tests.Model;

namespace MonEspaceSante.Fhir.Tests.Schema;

public sealed class SchemaTableTests
{
    [SkippableFact]
    public void The_table_is_what_the_generator_makes_of_the_definitions_of_HL7()
    {
        Skip.IfNot(Directory.Exists(Hl7Examples.Folder), "HL7's definitions are not here: run npm ci in tools/FhirSchema.");

        Assert.Equal(File.ReadAllText(Path.Combine(Hl7Examples.Root, "src", "Fhir", "Schema", "r4.txt")), FhirSchema.SchemaTable.Make(Hl7Examples.Folder));
    }
}
