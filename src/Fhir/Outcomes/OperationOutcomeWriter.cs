using System.Text.Json;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Terminology;

namespace MonEspaceSante.Fhir.Outcomes;

/// <summary>Writes refusals as an OperationOutcome: for the program a code, for the person a sentence in French and in English.</summary>
public static class OperationOutcomeWriter
{
    /// <summary>Writes one issue for each of <paramref name="refusals"/>.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="refusals">One at least.</param>
    /// <exception cref="ArgumentException">There is none: an outcome without an issue is not FHIR.</exception>
    public static void Write(Utf8JsonWriter json, IReadOnlyCollection<Refusal> refusals)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(refusals);
        if (refusals.Count == 0)
        {
            throw new ArgumentException("An OperationOutcome has at least one issue.", nameof(refusals));
        }

        json.AddObject(() =>
        {
            json.WriteString("resourceType", "OperationOutcome");
            json.WriteArray("issue", () =>
            {
                foreach (var refusal in refusals)
                {
                    WriteIssue(json, refusal);
                }
            });
        });
    }

    /// <summary>Writes that all went well, for who wants an outcome and not the resource (<c>Prefer: return=OperationOutcome</c>).</summary>
    public static void WriteDone(Utf8JsonWriter json) => WriteInformation(json, "C’est fait.", "Done.");

    /// <summary>Writes that nothing is wrong with a resource (<c>$validate</c>).</summary>
    public static void WriteValid(Utf8JsonWriter json) => WriteInformation(json, "La ressource est valide.", "The resource is valid.");

    private static void WriteInformation(Utf8JsonWriter json, string french, string english)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.AddObject(() =>
        {
            json.WriteString("resourceType", "OperationOutcome");
            json.WriteArray("issue", () => json.AddObject(() =>
            {
                json.WriteString("severity", "information");
                json.WriteString("code", "informational");
                json.WriteObject("details", () => json.WriteBilingual("text", french, english));
            }));
        });
    }

    private static void WriteIssue(Utf8JsonWriter json, Refusal refusal) => json.AddObject(() =>
    {
        json.WriteString("severity", "error");
        json.WriteString("code", IssueType(refusal.Kind));
        json.WriteObject("details", () =>
        {
            json.WriteArray("coding", () => json.AddCoding(CodeSystems.Refusals, refusal.Code));
            json.WriteBilingual("text", refusal.French, refusal.English);
        });
        json.WriteString("diagnostics", refusal.English);
        if (refusal.Expression is { Length: > 0 } expression)
        {
            json.WriteArray("expression", () => json.WriteStringValue(expression));
        }
    });

    private static string IssueType(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => "invalid",
        RefusalKind.Unauthenticated => "login",
        RefusalKind.Forbidden => "forbidden",
        RefusalKind.NotFound => "not-found",
        RefusalKind.Gone => "deleted",
        RefusalKind.NotAllowed or RefusalKind.NotAcceptable => "not-supported",
        RefusalKind.Conflict or RefusalKind.ConditionFailed => "conflict",
        RefusalKind.TooLarge => "too-long",
        RefusalKind.Unsupported => "not-supported",
        RefusalKind.Unprocessable => "business-rule",
        RefusalKind.TooMany => "throttled",
        RefusalKind.Unavailable => "transient",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of refusal."),
    };
}
