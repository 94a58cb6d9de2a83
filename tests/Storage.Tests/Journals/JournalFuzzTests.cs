using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Storage.Tests.Journals;

/// <summary>Ten thousand damaged segments: each is read as right or quarantined, and nothing else ever happens.</summary>
public sealed class JournalFuzzTests
{
    private const int Inputs = 10_000;

    [Fact]
    public async Task Whatever_the_bytes_a_journal_is_right_or_quarantined()
    {
        var world = new JournalWorld(new() { MaxBlocks = 5 });
        var opened = await world.OpenAsync();
        for (var block = 0; block < 4; block++)
        {
            await opened.AppendAsync("some", "thing", new string('x', block * 50));
        }

        var sample = await world.SegmentAsync(1);
        var quarantined = 0;
        for (var seed = 0; seed < Inputs; seed++)
        {
            var damaged = await world.WithAsync(Mutate(sample, new Random(seed)));
            try
            {
                await damaged.OpenAsync();
            }
            catch (JournalCorruptedException)
            {
                quarantined++;
            }

            await damaged.VerifyAsync(withKeys: false);
        }

        Assert.InRange(quarantined, Inputs / 2, Inputs - 1);
    }

    private static byte[] Mutate(byte[] sample, Random random)
    {
        var bytes = sample.ToList();
        for (var change = random.Next(1, 4); change > 0 && bytes.Count > 0; change--)
        {
            var at = random.Next(bytes.Count);
            var length = random.Next(1, Math.Min(100, bytes.Count - at) + 1);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length)); break;
                case 3: bytes.RemoveRange(at, bytes.Count - at); break;
                case 4: Overwrite(bytes, at, Extremes[random.Next(Extremes.Length)]); break;
                case 5: Overwrite(bytes, at / 4 * 4, BitConverter.GetBytes(random.Next(5_000))); break;
            }
        }

        return Reframed([.. bytes], random);
    }

    private static readonly byte[][] Extremes =
        [.. new[] { 0, 1, -1, int.MaxValue, int.MinValue, BlockFormat.MinimumLength, BlockFormat.MaximumLength }.Select(BitConverter.GetBytes)];

    private static void Overwrite(List<byte> bytes, int at, byte[] value)
    {
        for (var i = 0; i < value.Length && at + i < bytes.Count; i++)
        {
            bytes[at + i] = value[i];
        }
    }

    /// <summary>Recomputes the CRC of what still looks like blocks, half of the times: past it, the rest of the reader sees the damage.</summary>
    private static byte[] Reframed(byte[] bytes, Random random)
    {
        var start = 0;
        while (random.Next(2) == 0 && start + BlockFormat.EntriesOffset <= bytes.Length)
        {
            var length = BitConverter.ToInt32(bytes, start + BlockFormat.LengthOffset);
            if (length < BlockFormat.MinimumLength || length > bytes.Length - start)
            {
                break;
            }

            Blocks.RecomputeCrc(bytes.AsSpan(start, length));
            start += length;
        }

        return bytes;
    }
}
