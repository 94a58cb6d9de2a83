using System.Security.Cryptography;
using System.Text;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Storage.Tests.Journals;

/// <summary>The bytes of journals outlive every program that wrote them (storage design, sections 4.2 and 4.3).</summary>
public sealed class GoldenJournalTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Todays_code_writes_the_bytes_that_are_kept(int segment)
    {
        var blobs = await new GoldenJournal().WriteAsync();

        var written = await blobs.ReadAsync(JournalNames.Segment(GoldenJournal.Id, segment), 0, long.MaxValue, CancellationToken.None);

        Assert.Equal(GoldenJournal.Text(GoldenJournal.Kept(segment)), GoldenJournal.Text(written.Bytes.ToArray()));
    }

    [Fact]
    public async Task Todays_code_reads_the_bytes_that_are_kept()
    {
        var blobs = new SimulatedBlobStore();
        for (var segment = 1; segment <= 2; segment++)
        {
            await blobs.CreateAppendBlobAsync(JournalNames.Segment(GoldenJournal.Id, segment), CancellationToken.None);
            await blobs.AppendAsync(JournalNames.Segment(GoldenJournal.Id, segment), 0, GoldenJournal.Kept(segment), CancellationToken.None);
        }

        var read = new List<JournalEntry>();
        await GoldenJournal.Store(blobs, RandomNumberGenerator.Fill).OpenAsync(GoldenJournal.Id, 1, _ => { }, read.Add, CancellationToken.None);

        Assert.Equal(
            GoldenJournal.Written.SelectMany(block => block).Select(Tell),
            read.Where(entry => entry.Kind is not EntryKind.SegmentOpened).Select(Tell));
    }

    /// <summary>Reads the kept bytes with nothing but the text of the design, so that codec and design cannot drift together.</summary>
    [Fact]
    public void The_bytes_that_are_kept_are_those_of_the_design()
    {
        var id = Convert.FromHexString(GoldenJournal.Id.ToString());
        var chain = SHA256.HashData([.. "ESJ1"u8, .. id]);
        var sequence = 0L;
        var bodies = new List<string>();
        foreach (var segment in new[] { 1, 2 })
        {
            using var reader = new BinaryReader(new MemoryStream(GoldenJournal.Kept(segment)));
            while (reader.BaseStream.Position < reader.BaseStream.Length)
            {
                Assert.Equal("ESJ1"u8.ToArray(), reader.ReadBytes(4));
                Assert.Equal(1, reader.ReadUInt16());
                Assert.Equal(segment == 2 ? 1 : sequence == 2 ? 2 : 0, reader.ReadUInt16());
                var blockEnd = reader.BaseStream.Position - 8 + reader.ReadUInt32();
                var count = reader.ReadUInt32();
                Assert.Equal(sequence + 1, reader.ReadInt64());
                reader.ReadBytes(16);
                Assert.Equal(chain, reader.ReadBytes(32));
                for (var entry = 0; entry < count; entry++)
                {
                    bodies.Add(ReadEntry(reader, id, ref chain));
                    sequence++;
                }

                Assert.Equal(chain, reader.ReadBytes(32));
                reader.ReadUInt32();
                Assert.Equal(blockEnd, reader.BaseStream.Position);
            }
        }

        bodies.RemoveAt(4);
        Assert.Equal(GoldenJournal.Written.SelectMany(block => block).Select(entry => Encoding.UTF8.GetString(entry.Body.Span)), bodies);
    }

    [Theory]
    [InlineData("123456789", 0xE3069283)]
    [InlineData("", 0x00000000)]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 0x8A9136AA)]
    public void The_crc_is_the_one_of_Castagnoli(string text, uint crc)
    {
        // The second vector is of RFC 3720, appendix B.4.
        Assert.Equal(crc, Crc32C.Of(Encoding.ASCII.GetBytes(text)));
    }

    private static string ReadEntry(BinaryReader reader, byte[] id, ref byte[] chain)
    {
        var length = reader.ReadUInt32();
        var bound = reader.ReadBytes(36);
        var bodyHash = reader.ReadBytes(32);
        var nonce = reader.ReadBytes(12);
        var ciphertext = reader.ReadBytes((int)length - 116 + 16);
        var tag = reader.ReadBytes(16);
        chain = SHA256.HashData([.. chain, .. bound, .. bodyHash]);

        var key = bound[18] switch { 1 => GoldenJournal.Keys.Data, 3 => GoldenJournal.Keys.Message, _ => GoldenJournal.Keys.Trace };
        using var cipher = new AesGcm(key!.Value.Span, 16);
        var salted = new byte[ciphertext.Length];
        byte[] associated = [.. id, .. bound];
        cipher.Decrypt(nonce, ciphertext, tag, salted, associated);
        Assert.Equal(bodyHash, SHA256.HashData(salted));
        Assert.InRange(BitConverter.ToInt64(bound, 8) - GoldenJournal.Time.UtcTicks, 0, 2);
        return Encoding.UTF8.GetString(salted[16..]);
    }

    private static string Tell(NewEntry entry) => $"{entry.Kind} {entry.KeyClass} {entry.Schema} {entry.CommandId} {Encoding.UTF8.GetString(entry.Body.Span)}";

    private static string Tell(JournalEntry entry) => Tell(new NewEntry(entry.Kind, entry.KeyClass, entry.Schema, entry.CommandId, entry.Body));
}
