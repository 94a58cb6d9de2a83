using MonEspaceSante.Domain.Doubles;

namespace MonEspaceSante.Domain.Spaces;

/// <content>Other spaces that the holder turned out to have.</content>
public sealed partial class Space
{
    private readonly List<KnownDouble> _doubles = [];

    /// <summary>Every double ever named, in the order in which they were.</summary>
    public IReadOnlyCollection<KnownDouble> Doubles => _doubles;

    /// <summary>What is known of the double <paramref name="space"/>; <see langword="null"/> where it is none.</summary>
    public KnownDouble? DoubleOf(SpaceId space) => _doubles.Find(known => known.Space == space);

    private bool ApplyToDoubles(SpaceEvent happened)
    {
        switch (happened)
        {
            case SpaceEvent.DoubleNamed named:
                _doubles.Add(new(named.Space, named.At));
                break;
            case SpaceEvent.DoubleTakenIn taken:
                var place = _doubles.FindIndex(known => known.Space == taken.Space);
                _doubles[place] = _doubles[place] with { TakenInAt = taken.At };
                break;
            default:
                return false;
        }

        return true;
    }
}
