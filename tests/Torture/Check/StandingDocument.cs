using System.Text.Json;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Torture.Check;

/// <summary>A document as the journal keeps it.</summary>
/// <param name="Deposited">The entry that says that it entered the record.</param>
/// <param name="Id">Its identity at the edge: the space and the logical identity.</param>
/// <param name="UniqueId">Its author's identifier.</param>
/// <param name="Content">Where its content is.</param>
internal sealed record StandingDocument(StandingEntry Deposited, string Id, string UniqueId, VaultedContent Content)
{
    public static StandingDocument Of(StandingJournal space, StandingEntry deposited)
    {
        var sheet = deposited.Body.GetProperty("sheet");
        return new(
            deposited, $"{space.Id}{sheet.GetProperty("logicalId").GetGuid():N}", sheet.GetProperty("draft").GetProperty("uniqueId").GetString()!,
            sheet.GetProperty("content").Deserialize<VaultedContent>(JsonSerializerOptions.Web)!);
    }
}
