using MonEspaceSante.Domain.Measures;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Measures;

public class MeasureRulesTests
{
    private static readonly MeasureTable Table = Papers.Measures;

    public static TheoryData<string, string, Measurement> Faulty => new()
    {
        { "measure-computed", "kind", Taken("body-mass-index", 22) },
        { "measure-value-missing", "value", Taken("body-weight", 70) with { Values = [] } },
        { "measure-unit-wrong", "value", Taken("body-weight", 70, "g") },
        { "measure-value-implausible", "value", Taken("body-weight", 700) },
        { "measure-value-implausible", "value", Taken("steps-by-day", 8000.5m) },
        { "measure-value-missing", "diastolic", Pressure(120, null) },
        { "measure-value-implausible", "systolic", Pressure(30, 20) },
        { "measure-pressures-inverted", "diastolic", Pressure(80, 120) },
        { "measure-pressures-inverted", "diastolic", Pressure(100, 100) },
        { "measure-in-future", "at", Taken("body-weight", 70) with { At = Moments.Now.AddMinutes(6) } },
        { "measure-moment-missing", "moment", Taken("blood-glucose", 95) },
        { "measure-moment-forbidden", "moment", Taken("glycated-haemoglobin", 6) with { Moment = "A" } },
        { "measure-days-missing", "days", Taken("interstitial-glucose", 110) },
        { "measure-days-forbidden", "days", Taken("body-weight", 70) with { Days = "7" } },
        { "measure-comment-too-long", "comment", Taken("body-weight", 70) with { Comment = new('a', 151) } },
        { "measure-device-missing", "device", Taken("body-weight", 70) with { ByConnectedObject = true } },
    };

    public static TheoryData<string, Measurement> Sound => new()
    {
        { "weight", Taken("body-weight", 70.2m) with { Comment = new('a', 150) } },
        { "pressure", Pressure(120, 80) },
        { "blood glucose", Taken("blood-glucose", 95) with { Moment = "A" } },
        { "glucose management index", Taken("glucose-management-index", 6.5m) with { Days = "14" } },
        { "by an object", Taken("body-weight", 70) with { ByConnectedObject = true, NamesDevice = true } },
        { "a fast clock", Taken("body-weight", 70) with { At = Moments.Now.AddMinutes(4) } },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_measure_is_refused(string code, string part, Measurement taken)
    {
        var fault = Assert.Single(MeasureRules.Faults(taken, byHolder: true, Moments.Now));

        Assert.Equal((code, part), (fault.Code, fault.Expression));
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_sound_measure_is_taken_in(string name, Measurement taken) =>
        Assert.True(MeasureRules.Faults(taken, byHolder: true, Moments.Now).Count == 0, name);

    [Fact]
    public void Solutions_may_say_more_than_the_form_takes() =>
        Assert.Empty(MeasureRules.Faults(Taken("body-weight", 70) with { Comment = new('a', 1000) }, byHolder: false, Moments.Now));

    private static Measurement Taken(string name, decimal value, string? unit = null) =>
        new(Table[name], [new(Table[name], value, unit ?? Table[name].Unit!.Ucum)], Moments.Now.AddHours(-1));

    private static Measurement Pressure(decimal systolic, decimal? diastolic)
    {
        var parts = Table["blood-pressure"].Components;
        return new(
            Table["blood-pressure"],
            diastolic is { } value ? [new(parts[0], systolic, "mm[Hg]"), new(parts[1], value, "mm[Hg]")] : [new(parts[0], systolic, "mm[Hg]")], Moments.Now);
    }
}
