namespace MonEspaceSante.Api.Fhir;

/// <summary>What a client wants to get back from a writing (R4, section 3.1.0.1.6).</summary>
internal enum PreferredReturn
{
    /// <summary>The resource as it stands now. Ours where the client says nothing.</summary>
    Representation,

    /// <summary>No body.</summary>
    Minimal,

    /// <summary>An OperationOutcome.</summary>
    OperationOutcome,
}

/// <summary>The header Prefer (RFC 7240), as far as FHIR uses it. What it does not know is ignored, as the header asks.</summary>
/// <param name="Return">What to give back from a writing.</param>
/// <param name="Lenient">Parameters that we do not know are to be ignored, not refused.</param>
internal sealed record Preferences(PreferredReturn Return, bool Lenient)
{
    public static Preferences Of(HttpRequest request)
    {
        var (wanted, lenient) = (PreferredReturn.Representation, false);
        foreach (var preference in request.Headers["Prefer"].SelectMany(line => line!.Split([',', ';'], StringSplitOptions.TrimEntries)))
        {
            switch (preference)
            {
                case "return=minimal":
                    wanted = PreferredReturn.Minimal;
                    break;
                case "return=OperationOutcome":
                    wanted = PreferredReturn.OperationOutcome;
                    break;
                case "handling=lenient":
                    lenient = true;
                    break;
                default:
                    break;
            }
        }

        return new(wanted, lenient);
    }
}
