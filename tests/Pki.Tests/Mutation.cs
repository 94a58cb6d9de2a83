namespace MonEspaceSante.Pki.Tests;

/// <summary>Small random damage to bytes: what transmission, bugs and attackers do to them.</summary>
internal static class Mutation
{
    /// <summary>A copy of <paramref name="sample"/> with one to four changes; never the sample itself.</summary>
    public static byte[] Of(byte[] sample, Random random)
    {
        List<byte> bytes = [.. sample];
        do
        {
            for (var changes = random.Next(1, 5); changes > 0 && bytes.Count > 0; changes--)
            {
                Change(bytes, random);
            }
        }
        while (bytes.SequenceEqual(sample));

        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 9), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes[at] = bytes[at] > 127 ? byte.MinValue : byte.MaxValue;
                break;
            case 3:
                bytes.RemoveRange(at, length);
                break;
            case 4:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 5:
                bytes.Insert(at, (byte)random.Next(256));
                break;
            default:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
        }
    }
}
