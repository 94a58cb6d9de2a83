using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MonEspaceSante.Cli.HistoryProofs;

namespace MonEspaceSante.Cli.Tests.HistoryProofs;

/// <summary>Somebody who has the file in their hands, and no key of the platform.</summary>
internal sealed class Tampering(Random chance, byte[] proof)
{
    /// <summary>Ways that leave what the file says as it was.</summary>
    public static readonly Action<Tampering>[] Harmless =
    [
        _ => { },
        file => file._file["version"] = JsonNode.Parse("1.0"),
        file => file._file["version"] = JsonNode.Parse("1e0"),
        file => file.CloseEveryBody(),
        file => file.Rebuild(from: 1),
    ];

    /// <summary>Ways to change it, and what is then to be found; <see langword="null"/> where there is nothing to change.</summary>
    public static readonly Func<Tampering, HistoryFault?>[] Harmful =
    [
        file => file.At(number => file.Entries.RemoveAt(number - 1), (number, last) => number < last ? new(FaultKind.Sequence, number) : new(FaultKind.Head, last)),
        file => file.At(number => file.Entries.Insert(number, file.Entry(number).DeepClone()), number => new(FaultKind.Sequence, number + 1)),
        file => file.At(file.SwapWithNext, (number, last) => number < last ? new(FaultKind.Sequence, number) : null),
        file => file.At(number => file.Entry(number)["commandId"] = NoCommand, number => new(FaultKind.Chain, number)),
        file => file.At(number => file.Entry(number)["kind"] = 77, number => new(FaultKind.Chain, number)),
        file => file.At(number => file.Entry(number)["schema"] = 255, number => new(FaultKind.Chain, number)),
        file => file.At(number => file.Entry(number)["chain"] = Ones, number => new(FaultKind.Chain, number)),
        file => file.At(number => file.Entry(number)["bodyHash"] = Ones, number => new(file.IsOpen(number) ? FaultKind.Body : FaultKind.Chain, number)),
        file => file.At(
            number => file.Entry(number)["time"] = "0001-01-01T00:00:00.0000000Z", number => new(number > 1 ? FaultKind.Time : FaultKind.Chain, number)),
        file => file.At(number => file.Entry(number)["body"] = "rien", number => new(file.IsOpen(number) ? FaultKind.Body : FaultKind.Unreadable, number)),
        file => file.At(number => file.Entry(number)["time"] = "2026-02-30T00:00:00.0000000Z", number => new(FaultKind.Unreadable, number)),
        file => file.At(number => file.Entry(number)["keyClass"] = 4, number => new(FaultKind.Unreadable, number)),
        file => file.At(number => file.Entry(number)["seq"] = 0.5, number => new(FaultKind.Unreadable, number)),
        file => file.At(number => file.Entry(number)["more"] = 1, number => new(FaultKind.Unreadable, number)),
        file => file.At(file.Rewrite, _ => new(FaultKind.HeadSignature)),
        file => file.At(file.CutBefore, _ => new(FaultKind.HeadSignature)),
        file => Whole(() => file._file["head"]!["signature"] = Ones + Ones, new(FaultKind.HeadSignature)),
        file => Whole(() => file._file["key"] = $"04{Ones}{Ones}", new(FaultKind.HeadSignature)),
        file => Whole(() => file._file["journal"] = Ones, new(FaultKind.Chain, 1)),
        file => Whole(() => file._file["format"] = "another", new(FaultKind.Unreadable)),
        file => Whole(() => file._file["version"] = 2, new(FaultKind.Version)),
        file => file.AtNight(night => night["previous"] = Ones),
        file => file.AtNight(night => night["leaf"] = (int)night["leaf"]! ^ 1),
        file => file.AtNight(night => night["leaves"] = (int)night["leaves"]! + 1),
        file => file.AtNight(night => night["path"]!.AsArray().Add(Ones)),
        file => file.AtNight(night => night["date"] = "2028-02-29"),
        file => file.AtNight(night => night["shard"] = ((int)night["shard"]! + 1) % 4096),
        file => file.AtNight(night => night["date"] = "2026-02-29", new(FaultKind.Unreadable)),
        file => file.AtNight(night => night["chain"] = Ones, new(FaultKind.Night, file.NightEntry)),
    ];

    private const string NoCommand = "00000000-0000-0000-0000-000000000000";

    private static readonly string Ones = new('1', 64);

    private readonly JsonNode _file = JsonNode.Parse(proof)!;

    private long? NightEntry => (long?)_file["night"]?["seq"];

    private JsonArray Entries => _file["entries"]!.AsArray();

    /// <summary>The file as it has become.</summary>
    public byte[] Bytes() => Encoding.UTF8.GetBytes(_file.ToJsonString(new() { WriteIndented = chance.Next(2) == 0 }));

    /// <summary>The file of a forger who writes another history and signs it with a key of their own.</summary>
    public byte[] Forged(ECDsa forger)
    {
        _file["key"] = Convert.ToHexStringLower((byte[])[4, .. forger.ExportParameters(false).Q.X!, .. forger.ExportParameters(false).Q.Y!]);
        _file["night"] = null;
        Rewrite(chance.Next(1, Entries.Count + 1));
        byte[] statement = [.. "MESH\x01"u8, .. Hex(_file["journal"]!), .. Number(Entries.Count), .. Hex(_file["head"]!["chain"]!)];
        _file["head"]!["signature"] = Convert.ToHexStringLower(forger.SignData(statement, HashAlgorithmName.SHA256));
        return Bytes();
    }

    private JsonObject Entry(int number) => Entries[number - 1]!.AsObject();

    private bool IsOpen(int number) => Entry(number).ContainsKey("salt");

    private HistoryFault? At(Action<int> change, Func<int, HistoryFault> fault) => At(change, (number, _) => fault(number));

    private HistoryFault? At(Action<int> change, Func<int, int, HistoryFault?> fault)
    {
        var (number, last) = (chance.Next(1, Entries.Count + 1), Entries.Count);
        change(number);
        return fault(number, last);
    }

    private HistoryFault? AtNight(Action<JsonObject> change, HistoryFault? fault = null)
    {
        if (_file["night"] is not JsonObject night)
        {
            return null;
        }

        change(night);
        return fault ?? new(FaultKind.NightSignature);
    }

    private static HistoryFault Whole(Action change, HistoryFault fault)
    {
        change();
        return fault;
    }

    private void CloseEveryBody()
    {
        foreach (var entry in Entries)
        {
            entry!.AsObject().Remove("salt");
            entry.AsObject().Remove("body");
        }
    }

    private void SwapWithNext(int number)
    {
        if (number < Entries.Count)
        {
            (Entries[number - 1], Entries[number]) = (Entry(number + 1).DeepClone(), Entry(number).DeepClone());
        }
    }

    private void CutBefore(int number)
    {
        while (Entries.Count >= number)
        {
            Entries.RemoveAt(Entries.Count - 1);
        }

        Rebuild(from: 1);
    }

    /// <summary>Another command in entry <paramref name="number"/>, and a chain that follows from it.</summary>
    private void Rewrite(int number)
    {
        Entry(number)["commandId"] = NoCommand;
        Rebuild(number);
    }

    private void Rebuild(int from)
    {
        for (var number = from; number <= Entries.Count; number++)
        {
            var entry = Entry(number);
            byte[] link =
            [
                .. Hex(number == 1 ? _file["journal"]! : Entry(number - 1)["chain"]!), .. Number(number),
                .. Number(DateTime.ParseExact((string)entry["time"]!, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind).Ticks),
                (byte)entry["kind"]!, 0, (byte)entry["keyClass"]!, (byte)entry["schema"]!,
                .. Convert.FromHexString(((string)entry["commandId"]!).Replace("-", "", StringComparison.Ordinal)), .. Hex(entry["bodyHash"]!),
            ];
            entry["chain"] = Convert.ToHexStringLower(SHA256.HashData(link));
        }

        _file["head"]!["seq"] = Entries.Count;
        _file["head"]!["chain"] = (string)(Entries.Count == 0 ? _file["journal"]! : Entry(Entries.Count)["chain"]!)!;
    }

    private static byte[] Hex(JsonNode text) => Convert.FromHexString((string)text!);

    private static byte[] Number(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return bytes;
    }
}
