using MonEspaceSante.Domain.Measures;

namespace MonEspaceSante.Fhir.Measures;

/// <summary>Measures as the MES API asks for them: one kind, one person, all of a time or the last one. A closed family.</summary>
/// <param name="Kind">The measure.</param>
/// <param name="Subject">The person, as the solution knows them: <c>system|value</c> or the value alone.</param>
/// <param name="WithDevices">Whether the objects that measured are added, each once; they do not count.</param>
public abstract record MeasureQuery(Measure Kind, string Subject, bool WithDevices)
{
    /// <summary>The most measures of a page, and how many where nothing is said.</summary>
    public const int MostOnAPage = 100, UsualOnAPage = 50;

    /// <summary>Those of a time, page by page (mode "all").</summary>
    /// <param name="Kind">The measure.</param>
    /// <param name="Subject">The person.</param>
    /// <param name="WithDevices">With the objects.</param>
    /// <param name="From">The first moment.</param>
    /// <param name="Until">The last moment.</param>
    /// <param name="Page">The number of the page, from 0.</param>
    /// <param name="Count">How many are on a page.</param>
    public sealed record All(Measure Kind, string Subject, bool WithDevices, DateTimeOffset From, DateTimeOffset Until, int Page, int Count)
        : MeasureQuery(Kind, Subject, WithDevices)
    {
        /// <summary>The number of the next page, where <paramref name="total"/> measures match.</summary>
        public int? Next(int total) => (Page + 1L) * Count < total ? Page + 1 : null;

        /// <summary>The number of the page before.</summary>
        public int? Previous => Page > 0 ? Page - 1 : null;
    }

    /// <summary>The last one (mode "last").</summary>
    /// <param name="Kind">The measure.</param>
    /// <param name="Subject">The person.</param>
    /// <param name="WithDevices">With the object.</param>
    public sealed record Last(Measure Kind, string Subject, bool WithDevices) : MeasureQuery(Kind, Subject, WithDevices);
}
