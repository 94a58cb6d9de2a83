using System.Buffers;
using System.Text;
using System.Text.Json;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Validation;

// What FHIR resources cost by themselves: processor time, which does not depend on what else the machine does, and bytes allocated.
var observation = Encoding.UTF8.GetBytes(Samples.Observation);
var bundle = Encoding.UTF8.GetBytes(Samples.Bundle(1024 * 1024 / observation.Length));
var (one, many) = (Read(observation), Read(bundle));
var (oneXml, manyXml) = (one.ToXml(), many.ToXml());
var written = new ArrayBufferWriter<byte>(bundle.Length * 2);

Console.WriteLine("| Measure | Body bytes | CPU µs | MB/s | Bytes allocated |");
Console.WriteLine("|---|---|---|---|---|");
Report("read JSON", observation.Length, 20_000, () => Read(observation));
Report("read JSON", bundle.Length, 20, () => Read(bundle));
Report("validate", observation.Length, 5_000, () => Validator.Validate(one));
Report("validate", bundle.Length, 10, () => Validator.Validate(many));
Report("read and validate", observation.Length, 5_000, () => Validator.Validate(Read(observation)));
Report("write JSON", observation.Length, 20_000, () => Write(one, indented: false));
Report("write JSON", bundle.Length, 20, () => Write(many, indented: false));
Report("write JSON over lines", bundle.Length, 20, () => Write(many, indented: true));
Report("read XML", oneXml.Length, 5_000, () => FhirResource.FromXml(oneXml));
Report("read XML", manyXml.Length, 10, () => FhirResource.FromXml(manyXml));
Report("write XML", oneXml.Length, 5_000, () => one.ToXml());
Report("write XML", manyXml.Length, 10, () => many.ToXml());

static FhirResource Read(byte[] body) => FhirResource.FromJson(body).Value ?? throw new InvalidOperationException("The sample is no FHIR.");

void Write(FhirResource resource, bool indented)
{
    written.ResetWrittenCount();
    using var json = new Utf8JsonWriter(written, new() { Indented = indented });
    resource.WriteTo(json);
}

static void Report(string measure, int bytes, int times, Action work)
{
    // Long enough for the just-in-time compiler to be done with it.
    for (var warm = 0; warm < Math.Max(100, times / 4); warm++)
    {
        work();
    }

    var (allocated, started) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
    for (var time = 0; time < times; time++)
    {
        work();
    }

    var (used, more) = ((Environment.CpuUsage.TotalTime - started).TotalMicroseconds / times, GC.GetTotalAllocatedBytes(precise: true) - allocated);
    Console.WriteLine($"| {measure} | {bytes:N0} | {used:N1} | {bytes / used:N0} | {more / times:N0} |");
}
