using MonEspaceSante.Api.Demo;
using MonEspaceSante.Api.Hosting;

var app = Platform.Build(args);
await app.StartAsync();
if (app.Configuration.GetValue("Demo", true))
{
    await app.Services.GetRequiredService<DemoPeople>().EnsureAsync();
}

Banner.Write(app);
await app.WaitForShutdownAsync();
