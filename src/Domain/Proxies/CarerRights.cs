using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Proxies;

/// <summary>How far a carer's access goes: the holder may narrow it. What no carer ever does is narrower still (<see cref="ProxyMatter.Settling"/>).</summary>
/// <param name="Writes">Adds, changes and deletes data and documents.</param>
/// <param name="Messages">Reads and sends messages.</param>
/// <param name="Types">
/// The types of documents (codes of JDV_J66) that they see: those of the chosen categories, as the table had them when they were chosen;
/// <see langword="null"/> for all.
/// </param>
public sealed record CarerRights(bool Writes, bool Messages, ValueList<string>? Types = null)
{
    // The medical profile as a document (TRE_A05): whoever sees that type sees what it is made of, as in the access matrix.
    private const string MedicalProfile = "DOCPAT08";

    /// <summary>All that a carer may do (access rights, section 5).</summary>
    public static CarerRights Full { get; } = new(true, true);

    /// <summary>Whether they see the medical profile, the measures and the agenda.</summary>
    [JsonIgnore]
    public bool SeesProfile => Sees(MedicalProfile);

    /// <summary>Whether they see documents of the type <paramref name="type"/>.</summary>
    public bool Sees(string type) => Types is null || Types.Contains(type);
}
