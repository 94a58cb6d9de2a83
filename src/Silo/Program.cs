using MonEspaceSante.Silo.Hosting;

// A silo: hosts grains for the API processes of a cluster, and answers health checks.
var builder = WebApplication.CreateBuilder(args);
var engine = builder.Configuration.GetSection(EngineOptions.Section).Get<EngineOptions>() ?? new();
var storage = builder.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new();

builder.Services.AddPlatformStorage(storage).AddPlatformCalls().AddPlatformGrains();
builder.AddEngine(engine);

var app = builder.Build();
app.MapGet("/health/live", () => "live");
await app.RunAsync();
