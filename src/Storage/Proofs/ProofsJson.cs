using System.Text.Json;
using System.Text.Json.Serialization;
using MonEspaceSante.Storage.Erasure;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Storage.Proofs;

/// <summary>JSON of the signed nights and of the marks.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Night))]
[JsonSerializable(typeof(KeptMarks))]
[JsonSerializable(typeof(ErasureCertificate))]
internal sealed partial class ProofsJson : JsonSerializerContext;

/// <summary>A chain value as 64 hexadecimal digits.</summary>
internal sealed class ChainValueJson : JsonConverter<ChainValue>
{
    public override ChainValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ChainValue.Read(Convert.FromHexString(reader.GetString()!));

    public override void Write(Utf8JsonWriter writer, ChainValue value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
