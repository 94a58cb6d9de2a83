using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Tests.Builders;

/// <summary>Who acts, and when.</summary>
internal static class Acts
{
    private static readonly Guid First = new("11111111-0000-0000-0000-000000000001");

    /// <summary>The holder acts, now unless said otherwise.</summary>
    public static Act Holder(DateTimeOffset? at = null, Guid? id = null) => By(People.Holder, at, id);

    /// <summary><paramref name="caller"/> acts, now unless said otherwise.</summary>
    public static Act By(Caller caller, DateTimeOffset? at = null, Guid? id = null) => new(caller, at ?? Moments.Now, id ?? First);
}
