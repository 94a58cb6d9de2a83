using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Storage.Proofs;

/// <summary>Writes the file of a history proof, entry by entry, in the format of docs/history-proof.md.</summary>
internal sealed class HistoryProofWriter : IAsyncDisposable
{
    private const int FlushAt = 64 * 1024;

    private readonly Utf8JsonWriter _json;

    /// <summary>Begins the file of the journal whose chain begins with <paramref name="journal"/>, signed by <paramref name="key"/>.</summary>
    public HistoryProofWriter(Stream destination, ChainValue journal, ReadOnlyMemory<byte> key)
    {
        // A file of its own, never part of a page: accents stay readable.
        _json = new(destination, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartObject();
        _json.WriteString("format", "mes-history-proof");
        _json.WriteNumber("version", 1);
        _json.WriteString("journal", journal.ToString());
        Hex("key", key);
        _json.WriteStartArray("entries");
    }

    /// <summary>Writes the next entry, with its salt and body where they are <paramref name="open"/>.</summary>
    public async ValueTask EntryAsync(JournalEntry entry, bool open, CancellationToken cancellationToken)
    {
        _json.WriteStartObject();
        _json.WriteNumber("seq", entry.Sequence);
        _json.WriteString("time", entry.Time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        _json.WriteNumber("kind", (ushort)entry.Kind);
        _json.WriteNumber("keyClass", (byte)entry.KeyClass);
        _json.WriteNumber("schema", entry.Schema);
        _json.WriteString("commandId", entry.CommandId);
        Hex("bodyHash", entry.BodyHash);
        if (open)
        {
            Hex("salt", entry.Salt);
            _json.WriteString("body", entry.Body.Span);
        }

        _json.WriteString("chain", entry.Chain.ToString());
        _json.WriteEndObject();
        if (_json.BytesPending > FlushAt)
        {
            await _json.FlushAsync(cancellationToken);
        }
    }

    /// <summary>Writes the end: the signed head, and the night, if one has signed the journal.</summary>
    public async Task EndAsync(JournalHead head, ReadOnlyMemory<byte> signature, (Night Night, int Index)? signed, CancellationToken cancellationToken)
    {
        _json.WriteEndArray();
        _json.WriteStartObject("head");
        Head(head);
        Hex("signature", signature);
        _json.WriteEndObject();
        if (signed is { } proof)
        {
            Night(proof.Night, proof.Index);
        }
        else
        {
            _json.WriteNull("night");
        }

        _json.WriteEndObject();
        await _json.FlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        // What an interruption left unwritten stays so: half a file must not look like one.
        _json.Reset();
        return _json.DisposeAsync();
    }

    private void Night(Night night, int index)
    {
        _json.WriteStartObject("night");
        _json.WriteNumber("shard", night.Shard);
        _json.WriteString("date", night.Date.ToString("O", CultureInfo.InvariantCulture));
        Head(new(night.Leaves[index].Sequence, night.Leaves[index].Chain));
        _json.WriteNumber("leaf", index);
        _json.WriteNumber("leaves", night.Leaves.Count);
        _json.WriteStartArray("path");
        foreach (var beside in night.PathOf(index))
        {
            _json.WriteStringValue(beside.ToString());
        }

        _json.WriteEndArray();
        _json.WriteString("previous", night.Previous.ToString());
        _json.WriteString("signature", night.Signature);
        _json.WriteEndObject();
    }

    private void Head(JournalHead head)
    {
        _json.WriteNumber("seq", head.Sequence);
        _json.WriteString("chain", head.Chain.ToString());
    }

    private void Hex(string name, ReadOnlyMemory<byte> bytes) => _json.WriteString(name, Convert.ToHexStringLower(bytes.Span));
}
