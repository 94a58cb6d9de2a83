namespace MonEspaceSante.Storage.Blobs;

/// <summary>The blob is not in the state that the call expects: the write did not happen.</summary>
public sealed class BlobConditionException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>There is no such blob.</summary>
public sealed class BlobNotFoundException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The store is out of reach or did not answer in time. A write that ends so may have happened, or may still happen.</summary>
public sealed class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
