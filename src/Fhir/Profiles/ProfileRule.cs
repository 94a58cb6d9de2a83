using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Paths;
using MonEspaceSante.Fhir.Validation;

namespace MonEspaceSante.Fhir.Profiles;

/// <summary>One rule of a profile.</summary>
internal abstract class ProfileRule
{
    /// <summary>The element is there exactly once.</summary>
    /// <param name="path">From the resource, names and points only; where the element's parent is absent, nothing is asked.</param>
    public static ProfileRule One(string path) => Occurs(path, 1, 1);

    /// <summary>The element is there at least once.</summary>
    public static ProfileRule Some(string path) => Occurs(path, 1, int.MaxValue);

    /// <summary>The element is there at most <paramref name="most"/> times.</summary>
    public static ProfileRule AtMost(int most, string path) => Occurs(path, 0, most);

    /// <summary>The element is not there.</summary>
    public static ProfileRule None(string path) => new Absence(path);

    /// <summary>Of the elements that <paramref name="path"/> (FHIRPath) finds in each of <paramref name="on"/>, there are so many.</summary>
    public static ProfileRule Slice(string on, string path, int least, int most) => new Occurrence(on, path, least, most);

    /// <summary><paramref name="rule"/> (FHIRPath) holds for each element that <paramref name="on"/> (FHIRPath) finds.</summary>
    public static ProfileRule Must(Refusal refusal, string on, string rule) => new Statement(refusal, on, rule);

    /// <summary>Each resource that <paramref name="on"/> (FHIRPath) finds follows <paramref name="profile"/>.</summary>
    public static ProfileRule Follow(string on, ValidationProfile profile) => new Following(on, profile);

    public abstract void Check(PathScope scope, FhirNode resource, Findings findings);

    private static Occurrence Occurs(string path, int least, int most)
    {
        var (on, name) = Split(path);
        return new(on, name, least, most);
    }

    private static (string On, string Name) Split(string path)
    {
        var end = path.LastIndexOf('.');
        return end < 0 ? ("$this", path) : (path[..end], path[(end + 1)..]);
    }

    private static List<FhirNode> Find(PathScope scope, FhirPath path, FhirNode node)
    {
        var found = new List<FhirNode>();
        path.Select(scope, node, found);
        return found;
    }

    private sealed class Occurrence(string on, string path, int least, int most) : ProfileRule
    {
        private readonly FhirPath _on = FhirPath.Compile(on);
        private readonly FhirPath _path = FhirPath.Compile(path);

        public override void Check(PathScope scope, FhirNode resource, Findings findings)
        {
            foreach (var node in Find(scope, _on, resource))
            {
                var count = Find(scope, _path, node).Count;
                if (count < least || count > most)
                {
                    findings.Add(count < least ? FhirRefusals.ElementMissing : FhirRefusals.TooManyElements, $"{node.Path}.{path}");
                }
            }
        }
    }

    private sealed class Absence(string path) : ProfileRule
    {
        private readonly FhirPath _path = FhirPath.Compile(path);

        public override void Check(PathScope scope, FhirNode resource, Findings findings)
        {
            foreach (var node in Find(scope, _path, resource))
            {
                findings.Add(FhirRefusals.ElementForbidden, node);
            }
        }
    }

    private sealed class Statement(Refusal refusal, string on, string rule) : ProfileRule
    {
        private readonly FhirPath _on = FhirPath.Compile(on);
        private readonly FhirPath _rule = FhirPath.Compile(rule);

        public override void Check(PathScope scope, FhirNode resource, Findings findings)
        {
            foreach (var node in Find(scope, _on, resource))
            {
                if (_rule.Decide(scope, node) is not true)
                {
                    findings.Add(refusal, node);
                }
            }
        }
    }

    private sealed class Following(string on, ValidationProfile profile) : ProfileRule
    {
        private readonly FhirPath _on = FhirPath.Compile(on);

        public override void Check(PathScope scope, FhirNode resource, Findings findings)
        {
            foreach (var node in Find(scope, _on, resource))
            {
                profile.Check(scope, node, findings);
            }
        }
    }
}
