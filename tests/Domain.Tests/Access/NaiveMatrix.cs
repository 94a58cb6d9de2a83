namespace MonEspaceSante.Domain.Tests.Access;

/// <summary>The matrix file, read by counting commas from the right.</summary>
internal sealed class NaiveMatrix
{
    private readonly HashSet<(string Profession, string Type)> _read = [];

    public NaiveMatrix(string path)
    {
        var lines = File.ReadAllLines(path).Where(line => !line.StartsWith('#')).ToArray();
        Columns = lines[0].Split(',')[6..];
        Rows = lines.Length - 1;
        foreach (var line in lines[1..])
        {
            var cells = line.Split(',');
            for (var i = 1; i <= Columns.Length; i++)
            {
                foreach (var profession in Codes(Columns[^i]).Where(_ => cells[^i] == "R"))
                {
                    _read.Add((profession, cells[0]));
                }
            }
        }
    }

    public string[] Columns { get; }

    public int Rows { get; }

    public bool Reads(string profession, string type) => _read.Contains((profession, type));

    public static IEnumerable<string> Codes(string column) => column switch
    {
        "81-85" => ["81", "82", "83", "84", "85"],
        "316-317" => ["316", "317"],
        "42-49 51-53" => ["42", "43", "44", "45", "46", "47", "48", "49", "51", "52", "53"],
        _ => [column],
    };
}
