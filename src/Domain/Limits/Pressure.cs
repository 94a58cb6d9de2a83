using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Limits;

/// <summary>What the platform as a whole sees of tries to get in.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Counted), "counted")]
public abstract record PressureEvent
{
    private PressureEvent()
    {
    }

    /// <summary>A batch of tries: how many, and how many of them, or of those before, opened something.</summary>
    public sealed record Counted(int Tries, int Opened, DateTimeOffset At) : PressureEvent;
}

/// <summary>
/// Tries over the last five minutes, everywhere (security design, rule 4): where most are lost, somebody guesses from many places at once, and
/// each source gets fewer tries until it is over. Nobody is made to wait: who waits holds a connection of ours, and a thief has more of them.
/// </summary>
public sealed class Pressure
{
    /// <summary>Tries are journaled so many at a time: a crash loses fewer than that, which moves no threshold.</summary>
    public const int Batch = 100;

    /// <summary>So many lost tries in the window are no attack, whatever their share (our figure).</summary>
    public const int LostUnnoticed = 1_000;

    /// <summary>What is counted is counted over five minutes.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly List<PressureEvent.Counted> _batches = [];

    /// <summary>The batches that still matter, for a snapshot.</summary>
    public ValueList<PressureEvent.Counted> Batches => _batches.ToValueList();

    /// <summary>Whether most tries of the last five minutes were lost, and many.</summary>
    public bool IsHighAt(DateTimeOffset at)
    {
        var recent = _batches.Where(batch => batch.At > at - Window).ToArray();
        var (tries, opened) = (recent.Sum(batch => batch.Tries), recent.Sum(batch => batch.Opened));
        return tries - opened > LostUnnoticed && opened < tries - opened;
    }

    /// <summary>Takes in an event.</summary>
    public void Apply(PressureEvent happened)
    {
        switch (happened)
        {
            case PressureEvent.Counted counted:
                _batches.RemoveAll(batch => batch.At <= counted.At - Window);
                _batches.Add(counted);
                break;
            default:
                throw new InvalidOperationException($"The pressure does not know the event {happened.GetType().Name}.");
        }
    }
}
