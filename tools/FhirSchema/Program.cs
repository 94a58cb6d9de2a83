using MonEspaceSante.FhirSchema;

if (args is not [var definitions, var table])
{
    Console.Error.WriteLine("FhirSchema <folder of hl7.fhir.r4.examples 4.0.1> <table to write>");
    return 1;
}

File.WriteAllText(table, SchemaTable.Make(definitions));
return 0;
