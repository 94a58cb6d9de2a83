namespace MonEspaceSante.Domain.Measures;

/// <summary>A measure as somebody took it.</summary>
/// <param name="Kind">What was measured.</param>
/// <param name="Values">The value, or those of the components; what is missing is not there.</param>
/// <param name="At">When.</param>
/// <param name="Moment">Code of the moment (JDV_J157: fasting, after a meal…), where it is said.</param>
/// <param name="Days">Code of the number of days summed up (JDV_J164: 7, 14, 30, 90 or other), where it is said.</param>
/// <param name="Comment">What the person says of it (reason for measurement).</param>
/// <param name="ByConnectedObject">Whether a connected object measured.</param>
/// <param name="NamesDevice">Whether the object is named.</param>
public sealed record Measurement(
    Measure Kind, IReadOnlyList<MeasuredValue> Values, DateTimeOffset At, string? Moment = null, string? Days = null, string? Comment = null,
    bool ByConnectedObject = false, bool NamesDevice = false);

/// <summary>A value of a measure.</summary>
/// <param name="Of">The measure, or the component of one.</param>
/// <param name="Value">In that unit.</param>
/// <param name="Unit">UCUM code of the unit that it came with.</param>
public sealed record MeasuredValue(Measure Of, decimal Value, string? Unit);
