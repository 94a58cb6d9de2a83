namespace MonEspaceSante.Domain.Measures;

/// <summary>A value of a measure that the space keeps.</summary>
/// <param name="Id">Identity of the resource that holds it.</param>
/// <param name="Value">In the unit of its measure.</param>
/// <param name="At">When it was taken.</param>
public sealed record TakenValue(Guid Id, decimal Value, DateTimeOffset At);

/// <summary>The body mass index (IMC), computed when it is read and never kept.</summary>
/// <param name="Value">Kilograms per square metre, one digit after the point.</param>
/// <param name="At">When the later of the two was taken.</param>
/// <param name="Weight">The weight that it derives from, in kilograms.</param>
/// <param name="Height">The height that it derives from, in centimetres.</param>
public sealed record BodyMassIndex(decimal Value, DateTimeOffset At, TakenValue Weight, TakenValue Height)
{
    /// <summary>From the latest weight and the latest height; <see langword="null"/> where one is missing. Of two taken at once the last given counts.</summary>
    public static BodyMassIndex? Of(IEnumerable<TakenValue> weights, IEnumerable<TakenValue> heights)
    {
        if (Latest(weights) is not { } weight || Latest(heights) is not { Value: > 0 } height)
        {
            return null;
        }

        var metres = height.Value / 100;
        return new(decimal.Round(weight.Value / (metres * metres), 1, MidpointRounding.AwayFromZero), weight.At > height.At ? weight.At : height.At, weight, height);
    }

    private static TakenValue? Latest(IEnumerable<TakenValue> values) =>
        values.Aggregate((TakenValue?)null, (latest, value) => latest is null || value.At >= latest.At ? value : latest);
}
