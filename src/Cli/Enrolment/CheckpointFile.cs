using System.Text.Json;
using System.Text.Json.Serialization;

namespace MonEspaceSante.Cli.Enrolment;

/// <summary>How far an enrolment has come, in whole batches.</summary>
/// <param name="Data">The folder of the store where people were enrolled.</param>
/// <param name="FileLength">The length of the file of people, in bytes.</param>
/// <param name="FileModified">When the file of people was last written.</param>
/// <param name="Next">Where the first batch that is not finished begins.</param>
/// <param name="RejectsLength">The bytes of the rejects file that belong to finished batches.</param>
/// <param name="Tally">What became of the rows of the finished batches.</param>
internal sealed record Checkpoint(
    string Data, long FileLength, DateTime FileModified, FilePlace Next, long RejectsLength, EnrolmentTally Tally);

/// <summary>Keeps the checkpoint of an enrolment that may be interrupted; the file is removed when the enrolment is complete.</summary>
/// <remarks>It only saves time: without it, people of finished batches are found enrolled and nothing changes.</remarks>
internal sealed class CheckpointFile(string path)
{
    /// <summary>The checkpoint of the enrolment of <paramref name="people"/> into <paramref name="data"/>; <see langword="null"/> where none was begun.</summary>
    /// <exception cref="PeopleFileException">The checkpoint is of another enrolment, or is none.</exception>
    public Checkpoint? Find(PeopleFile people, string data)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var found = Read();
        return found is not null && (found.Data, found.FileLength, found.FileModified) == (Path.GetFullPath(data), people.Length, people.Modified)
            ? found
            : throw new PeopleFileException($"The checkpoint {path} is not of this file and this data folder, or the file has changed; remove it to begin anew.");
    }

    /// <summary>Replaces the checkpoint, whole or not at all.</summary>
    public void Save(Checkpoint checkpoint)
    {
        var draft = path + ".new";
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(checkpoint, CheckpointJson.Default.Checkpoint));
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Removes the checkpoint.</summary>
    public void Delete() => File.Delete(path);

    private Checkpoint? Read()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), CheckpointJson.Default.Checkpoint);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Checkpoint))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
