namespace MonEspaceSante.Torture.Load;

/// <summary>Who a client is.</summary>
/// <param name="Id">The national identifier that the certificate proves, or the holder's space.</param>
/// <param name="Certificate">The name of the certificate's files; <see langword="null"/> for the holder.</param>
internal sealed record Identity(string Id, string? Certificate)
{
    public static readonly Identity Laboratory = new("1990000051", "lab-org");
    public static readonly Identity Gp = new("899700900113", "gp");
    public static readonly Identity Specialist = new("899700900220", "specialist");
}
