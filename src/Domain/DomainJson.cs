using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Quotas;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain;

/// <summary>The JSON of what the domain keeps: bodies of journal entries and snapshots. The same encoding crosses grain calls.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
[JsonSerializable(typeof(SpaceEvent))]
[JsonSerializable(typeof(SpaceSnapshot))]
[JsonSerializable(typeof(BucketEvent))]
[JsonSerializable(typeof(GuardEvent))]
[JsonSerializable(typeof(GuardSnapshot))]
[JsonSerializable(typeof(QuotaEvent))]
[JsonSerializable(typeof(Notice))]
[JsonSerializable(typeof(Caller))]
[JsonSerializable(typeof(HolderSheet))]
public sealed partial class DomainJson : JsonSerializerContext;
