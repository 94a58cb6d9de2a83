namespace MonEspaceSante.Api.Documents;

/// <summary>Tells professionals that the patient does not see what they are reading.</summary>
internal static class ContentWarning
{
    public static void Write(HttpResponse response, bool warn)
    {
        if (warn)
        {
            // EX_3.2-1025: the reader must be warned.
            response.Headers["Mes-Warning"] = "not-visible-to-patient";
        }
    }
}
