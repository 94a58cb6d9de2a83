using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Measures;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Profiles;

namespace MonEspaceSante.Fhir.Measures;

/// <summary>Reads a transaction that brings a measure (MES API Mesures 1.5.2).</summary>
/// <param name="measures">The measures of the space.</param>
public sealed class MeasureTransactionReader(MeasureTable measures)
{
    private readonly ObservationReader _observations = new(measures);

    /// <summary>Reads <paramref name="bundle"/>.</summary>
    /// <param name="bundle">The Bundle.</param>
    /// <param name="solution">OID of the authenticated solution, without a prefix; <see langword="null"/> where a person sends: whatever source they name is theirs to name.</param>
    /// <param name="now">The time it is now.</param>
    /// <returns>The measure, or all that is wrong with it: <see cref="MeasureTransactionRefusals"/> and <see cref="MeasureRefusals"/>.</returns>
    public FhirReading<MeasureTransaction> Read(FhirResource bundle, string? solution, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var faults = new Faults();
        var read = bundle.Type is "Bundle" ? Bundle(bundle.Root, solution, now, faults) : Refused(FhirRefusals.ResourceTypeWrong, bundle.Root.Path, faults);
        return new(faults.Found.Count == 0 ? read : null, faults.Found);
    }

    private MeasureTransaction? Bundle(FhirNode bundle, string? solution, DateTimeOffset now, Faults faults)
    {
        if (bundle["type"].Text is not "transaction")
        {
            return Refused(MeasureTransactionRefusals.TypeNotTransaction, bundle["type"].Path, faults);
        }

        var (observations, devices, entries) = (new List<FhirNode>(), new List<FhirNode>(), new List<string>());
        foreach (var entry in bundle.Each("entry"))
        {
            var (method, url, type) = (entry["request"]["method"].Text, entry["request"]["url"].Text, entry["resource"].Type?.Name);
            if (method is not "POST" || type is not ("Observation" or "Device") || url != type)
            {
                return Refused(MeasureTransactionRefusals.EntryUnsupported, entry["request"].Path, faults);
            }

            (type is "Observation" ? observations : devices).Add(entry);
            entries.Add(type);
        }

        if (observations is not [var observation])
        {
            return Refused(MeasureTransactionRefusals.ObservationNotOne, $"{bundle.Path}.entry", faults);
        }

        if (devices.Count > 1)
        {
            return Refused(MeasureTransactionRefusals.DevicesSeveral, devices[1].Path, faults);
        }

        var device = devices.Count == 1 ? MeasureDeviceReader.Read(devices[0], faults) : null;
        return Observation(observation, devices.FirstOrDefault(), device, solution, now, faults) is { } read ? read with { Entries = entries } : null;
    }

    private MeasureTransaction? Observation(FhirNode entry, FhirNode deviceEntry, SentDevice? device, string? solution, DateTimeOffset now, Faults faults)
    {
        var observation = entry["resource"];
        if (!entry["fullUrl"].Exists)
        {
            faults.Add(MeasureTransactionRefusals.FullUrlMissing, entry["fullUrl"].Path);
        }

        CheckProfile(observation, faults);
        var source = observation["meta"]["source"];
        if (source.Exists && solution is not null && !IsWithin(source.Text, solution))
        {
            faults.Add(MeasureTransactionRefusals.SourceOutside, source.Path);
        }

        var subject = MeasureDeviceReader.Identifier(observation["subject"]["identifier"]);
        if (subject is null)
        {
            faults.Add(MeasureProfileRefusals.SubjectUnidentified, $"{observation.Path}.subject.identifier");
        }

        foreach (var fault in _observations.Faults(observation, byHolder: false, byConnectedObject: deviceEntry.Exists, now))
        {
            faults.Add(fault, fault.Expression!);
        }

        if (deviceEntry.Exists && observation["device"]["reference"] is { Exists: true } link && !MeasureDeviceReader.IsMeantBy(link.Text!, deviceEntry))
        {
            faults.Add(MeasureTransactionRefusals.DeviceDiffers, link.Path);
        }

        return faults.Found.Count == 0
            ? new(subject!, source.Text ?? (solution is null ? null : "urn:oid:" + solution), _observations.Read(observation, deviceEntry.Exists)!, observation, device, [])
            : null;
    }

    // The guide has made meta.profile optional; the API of MES has not.
    private void CheckProfile(FhirNode observation, Faults faults)
    {
        var profiles = observation["meta"].Each("profile").Select(profile => profile.Text).OfType<string>().ToList();
        if (profiles.Count == 0)
        {
            faults.Add(MeasureTransactionRefusals.ProfileMissing, $"{observation.Path}.meta.profile");
        }
        else if (_observations.KindOf(observation) is { } kind && !profiles.SelectMany(measures.OfProfile).Contains(kind))
        {
            faults.Add(MeasureProfileRefusals.ProfileOfAnother, observation["meta"]["profile"].Path);
        }
    }

    // 1.2.3 and what is below it; 1.2.34 is somebody else's.
    private static bool IsWithin(string? source, string solution) =>
        source == "urn:oid:" + solution || source?.StartsWith($"urn:oid:{solution}.", StringComparison.Ordinal) == true;

    private static MeasureTransaction? Refused(Refusal refusal, string path, Faults faults)
    {
        faults.Add(refusal, path);
        return null;
    }
}
