namespace MonEspaceSante.Fhir.Terminology;

/// <summary>Extensions of the PDSm guide (3.1.1).</summary>
internal static class PdsmExtensions
{
    /// <summary>A document or a set is put aside (isArchived).</summary>
    public const string IsArchived = "https://interop.esante.gouv.fr/ig/fhir/pdsm/StructureDefinition/pdsm-ext-is-archived";
}
