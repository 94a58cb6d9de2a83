using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Search;

/// <summary>Something as searches see it.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Index">What it is found by.</param>
internal readonly record struct Indexed(Guid Id, DateTimeOffset UpdatedAt, SearchIndex Index);

/// <summary>Whether a thing is one of those searched for (FHIR R4, search).</summary>
/// <param name="clauses">All of them must hold.</param>
/// <param name="now">The moment that <see cref="Prefix.About"/> counts from.</param>
internal sealed class Matching(ValueList<Clause> clauses, DateTimeOffset now)
{
    /// <summary>Whether every clause holds of <paramref name="thing"/>.</summary>
    public bool Holds(in Indexed thing)
    {
        foreach (var clause in clauses.Items)
        {
            if (!Holds(clause, thing))
            {
                return false;
            }
        }

        return true;
    }

    private bool Holds(Clause clause, in Indexed thing) => clause.Modifier switch
    {
        Modifier.Not => !Any(clause, thing),
        Modifier.Missing => IsPresent(clause.Parameter, thing) ? clause.AnyOf.Contains(new Sought.Presence(false)) : clause.AnyOf.Contains(new Sought.Presence(true)),
        _ => Any(clause, thing),
    };

    private static bool IsPresent(string parameter, in Indexed thing) => parameter switch
    {
        Clause.Id or Clause.LastUpdated => true,
        _ => thing.Index.Values.Any(value => value.Parameter == parameter),
    };

    private bool Any(Clause clause, in Indexed thing)
    {
        switch (clause.Parameter)
        {
            case Clause.Id:
                return Any(clause, new IndexedValue.Link(Clause.Id, null, thing.Id));
            case Clause.LastUpdated:
                // A moment of our clock is a millisecond long: the precision that it is told with.
                return Any(clause, new IndexedValue.Moment(Clause.LastUpdated, thing.UpdatedAt, thing.UpdatedAt.AddMilliseconds(1)));
        }

        foreach (var value in thing.Index.Span)
        {
            if (value.Parameter == clause.Parameter && Any(clause, value))
            {
                return true;
            }
        }

        return false;
    }

    private bool Any(Clause clause, IndexedValue value)
    {
        foreach (var sought in clause.AnyOf.Items)
        {
            if (Comparison.IsMatch(value, sought, clause.Modifier, now))
            {
                return true;
            }
        }

        return false;
    }
}
