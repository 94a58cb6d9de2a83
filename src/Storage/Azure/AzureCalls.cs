using Azure;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Azure;

/// <summary>How the services are called, and what their failures mean for the ports.</summary>
internal static class AzureCalls
{
    /// <summary>A write is sent once: only the caller knows whether and how it may be sent again (storage design, section 4.4).</summary>
    /// <remarks>
    /// .NET itself repeats a request without content where the connection breaks before an answer: creations, seals and deletions, which bear it.
    /// </remarks>
    public static void SendOnce(ClientOptions options)
    {
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(5);
    }

    /// <summary>A read is repeated three times, with growing waits that the client varies at random.</summary>
    public static void Repeat(ClientOptions options)
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 3;
        options.Retry.Delay = TimeSpan.FromMilliseconds(100);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(1);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(5);
    }

    /// <summary>Makes a call, and answers its failure in the words of the ports.</summary>
    public static async Task<T> TryAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception failure) when (Meaning(failure, cancellationToken) is { } meaning)
        {
            throw meaning;
        }
    }

    // Null: the failure is thrown as it is, being the caller's own cancellation or a mistake of ours.
    private static Exception? Meaning(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        OperationCanceledException when cancellationToken.IsCancellationRequested => null,
        RequestFailedException { Status: 412 } or RequestFailedException { Status: 400, ErrorCode: "InvalidBlockList" } =>
            new BlobConditionException("The blob is not in the expected state.", failure),
        RequestFailedException { Status: 409, ErrorCode: var code } when IsTemporary(code) =>
            new StorageUnavailableException("The service is changing what was asked for.", failure),
        RequestFailedException { Status: 409 } => new BlobConditionException("The blob is not in the expected state.", failure),
        RequestFailedException { Status: 404 } => new BlobNotFoundException("There is no such blob.", failure),
        RequestFailedException { Status: >= 400 and < 500 and not 408 and not 429 and not 401 and not 403 } => null,
        // The client puts the failures of a repeated call together, and tells a timeout as a cancellation.
        RequestFailedException or AggregateException or OperationCanceledException or IOException =>
            new StorageUnavailableException("The storage did not answer as it should.", failure),
        _ => null,
    };

    private static bool IsTemporary(string? code) =>
        code == BlobErrorCode.ContainerBeingDeleted || code == BlobErrorCode.OperationTimedOut || code == "QueueBeingDeleted";
}
