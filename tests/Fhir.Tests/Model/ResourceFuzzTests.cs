using System.Diagnostics;
using System.Text;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Tests.Model;

/// <summary>
/// HL7's examples, damaged: read or refused, never an exception, never slow, never big. Some seconds of it by default; <c>FHIR_FUZZ=10000</c> is the
/// long form, that many bodies in each of the two formats. The seed makes a failure repeatable.
/// </summary>
public sealed class ResourceFuzzTests
{
    private const int Largest = 200 * 1024;
    private const long MostMemory = 200L * 1024 * 1024;

    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("FHIR_FUZZ"), out var rounds) ? rounds : 2_000;

    [SkippableFact]
    public void Damaged_JSON_is_read_or_refused() => Damage(20261121, resource => resource.Json.ToArray(), FhirResource.FromJson, """{}[]",:null"resourceType":"Patient"_\\ud8000e1""");

    [SkippableFact]
    public void Damaged_XML_is_read_or_refused() => Damage(20261122, resource => resource.ToXml(), FhirResource.FromXml, """<>/="'&;<!DOCTYPE[]><?x?><![CDATA[]]><!---->xmlns:a""");

    private static void Damage(int seed, Func<FhirResource, byte[]> write, Func<ReadOnlyMemory<byte>, FhirReading<FhirResource>> read, string signs)
    {
        var random = new Random(seed);
        var files = Hl7Examples.Files().Where(file => new FileInfo(file).Length < Largest).ToList();
        var accepted = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var file = files[random.Next(files.Count)];
            if (FhirResource.FromJson(File.ReadAllBytes(file)).Value is not { } resource)
            {
                continue;
            }

            var body = Damaged(write(resource), random, Encoding.UTF8.GetBytes(signs));
            var (before, started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            var result = read(body);

            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(1), $"{file}, round {round} was slow");
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostMemory, $"{file}, round {round} was big");
            Assert.Equal(result.Accepted, result.Faults.Count == 0);
            if (result.Value is { } value)
            {
                accepted++;
                Assert.True(FhirResource.FromXml(value.ToXml()).Accepted, $"{file}, round {round} cannot be written");
            }
        }

        Assert.InRange(accepted, 1, Rounds - 1);
    }

    private static byte[] Damaged(byte[] whole, Random random, byte[] signs)
    {
        var body = new List<byte>(whole);
        for (var damage = random.Next(1, 4); damage > 0 && body.Count > 0; damage--)
        {
            var (place, length) = (random.Next(body.Count), random.Next(1, 40));
            length = Math.Min(length, body.Count - place);
            switch (random.Next(6))
            {
                case 0:
                    body[place] = (byte)random.Next(256);
                    break;
                case 1:
                    body.InsertRange(place, signs.Skip(random.Next(signs.Length)).Take(random.Next(1, 8)));
                    break;
                case 2:
                    body.RemoveRange(place, length);
                    break;
                case 3:
                    body.InsertRange(random.Next(body.Count), body.GetRange(place, length));
                    break;
                case 4 when random.Next(4) == 0:
                    body.RemoveRange(place, body.Count - place);
                    break;
                default:
                    // The same piece within itself, over and over: deep, or often.
                    body.InsertRange(place, Enumerable.Repeat(body.GetRange(place, length), random.Next(1, 200)).SelectMany(piece => piece));
                    break;
            }
        }

        return [.. body];
    }
}
