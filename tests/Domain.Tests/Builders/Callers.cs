using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Domain.Tests.Builders;

/// <summary>One caller of each kind.</summary>
public static class Callers
{
    public static TheoryData<Caller> NotTheHolder =>
    [
        new Caller.Holder(People.OtherSpace), People.Professional(), People.Professional(1), People.Representative(), People.Carer(), People.Staff(), People.Laboratory(), People.Platform(),
    ];
}
