using System.Security.Cryptography.X509Certificates;
using MonEspaceSante.Pki.Identities;

namespace MonEspaceSante.Pki.Development;

/// <summary>The subject of a person's certificate: one multi-valued RDN holds identifier, surname and given name.</summary>
/// <param name="IdNatPs">The national identifier: 8 then the RPPS; or, for staff, prefix, employer, slash, internal number.</param>
/// <param name="Surname">The surname of exercise.</param>
/// <param name="GivenName">The given name of exercise.</param>
/// <param name="Title">The label of the profession.</param>
public sealed record PersonSubject(string IdNatPs, string Surname, string GivenName, string Title)
{
    internal X500DistinguishedName ToName() => DistinguishedName.Write(
        [new(NameAttributes.Country, "FR")],
        [new(NameAttributes.Title, Title)],
        [
            new(NameAttributes.CommonName, IdNatPs),
            new(NameAttributes.Surname, Surname),
            new(NameAttributes.GivenName, GivenName),
        ]);
}

/// <summary>The subject of an organisation's certificate (IGC-Santé, ORG_AUTH_CLI).</summary>
/// <param name="IdNatStruct">The national identifier of the structure, such as 1 then the FINESS.</param>
/// <param name="Name">The name of the structure.</param>
/// <param name="Department">The department, as « Paris (75) ».</param>
/// <param name="Application">The application or service that holds the key.</param>
public sealed record OrganisationSubject(string IdNatStruct, string Name, string Department, string Application)
{
    internal X500DistinguishedName ToName() => DistinguishedName.Write(
        [new(NameAttributes.Country, "FR")],
        [new(NameAttributes.State, Department)],
        [new(NameAttributes.Organisation, Name)],
        [new(NameAttributes.OrganisationalUnit, IdNatStruct)],
        [new(NameAttributes.CommonName, Application)]);
}
