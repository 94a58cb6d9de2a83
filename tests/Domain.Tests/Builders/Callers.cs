using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Domain.Tests.Builders;

/// <summary>One caller of each kind.</summary>
public static class Callers
{
    private static readonly Caller[] Strangers =
        [new Caller.Holder(People.OtherSpace), People.Professional(), People.Professional(1), People.Carer(), People.Staff(), People.Laboratory(), People.Platform()];

    public static TheoryData<Caller> NotTheHolder => [.. Strangers, People.Representative()];

    /// <summary>Those who settle nothing for the holder: the representative does.</summary>
    public static TheoryData<Caller> NotForTheHolder => [.. Strangers];
}
