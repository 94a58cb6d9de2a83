using System.Globalization;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Resources;

/// <summary>Resources are written: one, or several together, all or none (a transaction inside one space).</summary>
/// <param name="Holder">Traits of the holder as the insurer's file has them now.</param>
/// <param name="Context">In which circumstances.</param>
/// <param name="Writes">
/// What is done, in order; no two of them to the same resource. Conditions are judged by what stands before the first. A body may refer to a
/// resource that another part makes: the sender writes the identity <see cref="IdOf"/> gives, as 32 digits.
/// </param>
public sealed record CarryOut(HolderSheet Holder, AccessContext Context, ValueList<ResourceWrite> Writes)
{
    /// <summary>The identity of the resource that the part <paramref name="index"/> of the command <paramref name="commandId"/> makes, if it makes one.</summary>
    public static Guid IdOf(Guid commandId, int index) => Ids.Of(commandId, string.Create(CultureInfo.InvariantCulture, $"resource {index}"));
}

/// <summary>What became of each part, in the order of the command.</summary>
public sealed record ResourceReceipts(ValueList<ResourceReceipt> Parts);
