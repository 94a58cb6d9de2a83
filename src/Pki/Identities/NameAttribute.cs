namespace MonEspaceSante.Pki.Identities;

/// <summary>One attribute of a distinguished name: what it is (by OID) and its text.</summary>
/// <param name="Type">The OID of the attribute type; see <see cref="NameAttributes"/>.</param>
/// <param name="Value">Its text, or null where it is written as neither UTF8String nor PrintableString, the types that we read.</param>
internal sealed record NameAttribute(string Type, string? Value);

/// <summary>The attribute types of health certificates (X.520).</summary>
internal static class NameAttributes
{
    public const string CommonName = "2.5.4.3";
    public const string Surname = "2.5.4.4";
    public const string Country = "2.5.4.6";
    public const string State = "2.5.4.8";
    public const string Organisation = "2.5.4.10";
    public const string OrganisationalUnit = "2.5.4.11";
    public const string Title = "2.5.4.12";
    public const string GivenName = "2.5.4.42";
}
