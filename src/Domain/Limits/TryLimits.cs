namespace MonEspaceSante.Domain.Limits;

/// <summary>
/// How many tries to get in one source may lose (security design, rule 4). A source is the block of addresses that a request came from, or the
/// structure of a counter. Our figures: wide enough for the subscribers of a mobile operator who share a block, and mistype.
/// </summary>
/// <param name="InAnHour">The most in an hour.</param>
/// <param name="InADay">The most in a day.</param>
/// <param name="UnderPressure">The most in an hour while the platform as a whole is under attack.</param>
public sealed record TryLimits(int InAnHour = 100, int InADay = 500, int UnderPressure = 20);
