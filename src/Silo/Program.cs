using MonEspaceSante.Silo.Hosting;

// A silo: hosts grains for the API processes of a cluster, and answers health checks.
var builder = WebApplication.CreateBuilder(args);
var engine = builder.Configuration.GetSection(EngineOptions.Section).Get<EngineOptions>() ?? new();
var storage = builder.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new();

builder.Services.AddPlatformStorage(storage).AddPlatformCalls();

// In this order: what is added last stops first, and the ticker calls grains until it stops.
builder.AddEngine(engine);
builder.Services.AddPlatformGrains();

var app = builder.Build();
app.MapGet("/health/live", () => "live");
await app.RunAsync();
