using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Api.Hosting;

/// <summary>Health checks, on the loopback listener only.</summary>
internal static class OperationsEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => "live").WithMetadata(new ServedOn(Listener.Operations));
        app.MapGet("/health/ready", ReadyAsync).WithMetadata(new ServedOn(Listener.Operations));
    }

    // Ready means that storage answers: everything else lives in this process.
    private static async Task<IResult> ReadyAsync(IBlobStore blobs, CancellationToken cancellationToken)
    {
        try
        {
            await blobs.PropertiesAsync(new BlobName(BlobContainer.Heads, "health"), cancellationToken);
            return Results.Text("ready");
        }
        catch (StorageUnavailableException)
        {
            return Results.Text("storage is out of reach", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
