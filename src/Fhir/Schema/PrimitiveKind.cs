namespace MonEspaceSante.Fhir.Schema;

/// <summary>The primitives of FHIR R4.</summary>
public enum PrimitiveKind
{
    /// <summary>No primitive: a type with elements.</summary>
    None,

#pragma warning disable CS1591 // Their names are HL7's, and say it all.
    Base64Binary,
    Boolean,
    Canonical,
    Code,
    Date,
    DateTime,
    Decimal,
    Id,
    Instant,
    Integer,
    Markdown,
    Oid,
    PositiveInt,
    String,
    Time,
    UnsignedInt,
    Uri,
    Url,
    Uuid,
    Xhtml,
#pragma warning restore CS1591
}
