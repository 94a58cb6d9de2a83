using System.Globalization;

namespace Orleans.Streams;

/// <summary>The place of an item among the items of its provider.</summary>
public abstract class StreamSequenceToken : IEquatable<StreamSequenceToken>, IComparable<StreamSequenceToken>
{
    /// <summary>The number of the send.</summary>
    public abstract long SequenceNumber { get; protected set; }

    /// <summary>The place within a batch, from zero.</summary>
    public abstract int EventIndex { get; protected set; }

    /// <summary>Same place.</summary>
    public abstract bool Equals(StreamSequenceToken? other);

    /// <summary>Earlier, same or later place.</summary>
    public abstract int CompareTo(StreamSequenceToken? other);
}
