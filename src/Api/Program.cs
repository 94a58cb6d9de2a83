using MonEspaceSante.Api.Demo;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Grains.Journals;

var app = Platform.Build(args);
await app.StartAsync();
try
{
    if (app.Configuration.GetValue("Demo", true))
    {
        await app.Services.GetRequiredService<DemoPeople>().EnsureAsync();
    }
}
catch (StorageTroubleException trouble)
{
    await Console.Error.WriteLineAsync($"The storage of the platform is out of reach ({trouble.Message}) Start it, and start the platform again.");
    await app.StopAsync();
    return 1;
}

Banner.Write(app);
await app.WaitForShutdownAsync();
return 0;
